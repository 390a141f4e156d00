package plugin

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// maxPoints caps what a query may ask for: alert rules come with 43,200 points, more than any screen is wide.
const maxPoints = 5000

type query struct {
	RefID         string          `json:"refId"`
	QueryType     string          `json:"queryType"`
	Params        json.RawMessage `json:"params"`
	Format        string          `json:"format,omitempty"`
	IntervalMs    int64           `json:"intervalMs"`
	MaxDataPoints int64           `json:"maxDataPoints"`
}

type timeRange struct {
	From int64 `json:"from"`
	To   int64 `json:"to"`
}

type queryRequest struct {
	Queries   []query   `json:"queries"`
	TimeRange timeRange `json:"timeRange"`
	FromAlert bool      `json:"fromAlert"`
}

// QueryData asks the service once for all queries of a time range. Panels have one range;
// an alert rule may give each of its queries another.
func (ds *Datasource) QueryData(ctx context.Context, req *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
	out := backend.NewQueryDataResponse()
	byRange := map[timeRange][]query{}
	for _, q := range req.Queries {
		in, err := readQuery(q)
		if ds.problem != nil {
			err = ds.problem
		}
		if err != nil {
			out.Responses[q.RefID] = errorResponse(err)
			continue
		}
		span := timeRange{From: q.TimeRange.From.UnixMilli(), To: q.TimeRange.To.UnixMilli()}
		byRange[span] = append(byRange[span], in)
	}
	fromAlert := req.Headers[backend.FromAlertHeaderName] == "true"
	for span, queries := range byRange {
		answers, err := ds.query(ctx, queryRequest{Queries: queries, TimeRange: span, FromAlert: fromAlert})
		for _, q := range queries {
			out.Responses[q.RefID] = pick(answers, q.RefID, err)
		}
	}
	return out, nil
}

func readQuery(q backend.DataQuery) (query, error) {
	var model struct {
		Params json.RawMessage `json:"params"`
		Format string          `json:"format"`
	}
	if err := json.Unmarshal(q.JSON, &model); err != nil {
		return query{}, backend.DownstreamErrorf("query %s can't be read (%w); make it anew in the query editor", q.RefID, err)
	}
	if q.QueryType == "" {
		return query{}, backend.DownstreamErrorf("query %s has no query type; choose one in the query editor", q.RefID)
	}
	if len(model.Params) == 0 || string(model.Params) == "null" {
		model.Params = json.RawMessage("{}")
	}
	points := q.MaxDataPoints
	if points <= 0 || points > maxPoints {
		points = maxPoints
	}
	return query{
		RefID:         q.RefID,
		QueryType:     q.QueryType,
		Params:        model.Params,
		Format:        model.Format,
		IntervalMs:    max(q.Interval, time.Millisecond).Milliseconds(),
		MaxDataPoints: points,
	}, nil
}

func (ds *Datasource) query(ctx context.Context, in queryRequest) (backend.Responses, error) {
	c, err := jsonCall(http.MethodPost, "v1/grafana/query", in)
	if err != nil {
		return nil, err
	}
	c.repeatable = true
	body, err := ds.client.ask(ctx, c)
	if err != nil {
		return nil, err
	}
	return decode(body)
}

// decode reads the envelope of /api/ds/query. The SDK's frame reader trusts the counts inside a frame: a frame that
// contradicts itself is reported, it must not end the plugin for all data sources.
func decode(body []byte) (answers backend.Responses, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			answers, err = nil, unreadable(fmt.Errorf("%v", broken))
		}
	}()
	var envelope backend.QueryDataResponse
	// Called directly: json.Unmarshal would scan the whole answer twice before it comes to this method.
	if err := envelope.UnmarshalJSON(body); err != nil {
		return nil, unreadable(err)
	}
	return envelope.Responses, nil
}

func unreadable(cause error) error {
	return downstream(http.StatusBadGateway, cause, "Encore's answer can't be read (%s); the plugin and the Encore service are probably of different versions", cause)
}

// pick is one query's answer, with the source set on its error.
func pick(answers backend.Responses, refID string, err error) backend.DataResponse {
	if err != nil {
		return errorResponse(err)
	}
	got, found := answers[refID]
	if !found {
		return errorResponse(unreadable(fmt.Errorf("query %s is missing", refID)))
	}
	if got.Error != nil && got.ErrorSource != backend.ErrorSourcePlugin {
		got.ErrorSource = backend.ErrorSourceDownstream
	}
	if got.Error != nil && got.Status < http.StatusBadRequest {
		got.Status = http.StatusInternalServerError
	}
	return got
}

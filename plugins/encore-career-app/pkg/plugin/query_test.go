package plugin

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

const oneFrame = `{"status":200,"frames":[{"schema":{"name":"series","fields":[` +
	`{"name":"time","type":"time","typeInfo":{"frame":"time.Time"}},` +
	`{"name":"revenue","type":"number","typeInfo":{"frame":"float64","nullable":true},"labels":{"artist":"ada"},"config":{"unit":"currencyUSD"}}]},` +
	`"data":{"values":[[1700000000000,1702000000000],[12.5,null]]}}]}`

func results(byRef map[string]string) string {
	text := ""
	for refID, answer := range byRef {
		if text != "" {
			text += ","
		}
		text += fmt.Sprintf("%q:%s", refID, answer)
	}
	return `{"results":{` + text + `}}`
}

func TestQueryDataAsksOnceForAllQueriesOfARange(t *testing.T) {
	var asked atomic.Int32
	ds := connected(t, 5, func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		if r.Method != http.MethodPost || r.URL.Path != "/v1/grafana/query" {
			t.Errorf("%s %s", r.Method, r.URL.Path)
		}
		if got := r.Header.Get("Authorization"); got != "Bearer "+testKey {
			t.Errorf("Authorization is %q", got)
		}
		var body map[string]any
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			t.Error(err)
		}
		want := `{"fromAlert":false,"queries":[` +
			`{"format":"timeseries","intervalMs":60000,"maxDataPoints":800,"params":{"artist":"ada"},"queryType":"series","refId":"A"},` +
			`{"intervalMs":60000,"maxDataPoints":800,"params":{},"queryType":"artists","refId":"B"}],` +
			`"timeRange":{"from":1700000000000,"to":1730000000000}}`
		if got, _ := json.Marshal(body); string(got) != want {
			t.Errorf("body\n got %s\nwant %s", got, want)
		}
		answerJSON(200, results(map[string]string{"A": oneFrame, "B": `{"status":200,"frames":[]}`}))(w, r)
	})
	got := ask(t, ds,
		queryOf("A", "series", `{"params":{"artist":"ada"},"format":"timeseries","datasource":{"uid":"encore"}}`),
		queryOf("B", "artists", `{}`))
	if asked.Load() != 1 {
		t.Errorf("asked %d times", asked.Load())
	}
	frame := got["A"].Frames[0]
	if value, _ := frame.Fields[1].ConcreteAt(0); value != 12.5 || !frame.Fields[1].NilAt(1) {
		t.Errorf("values are %v and %v", frame.Fields[1].At(0), frame.Fields[1].At(1))
	}
	if at := frame.Fields[0].At(1).(time.Time).UnixMilli(); at != 1702000000000 {
		t.Errorf("time is %d", at)
	}
	if frame.Fields[1].Config.Unit != "currencyUSD" || frame.Fields[1].Labels["artist"] != "ada" {
		t.Error("unit or label is lost")
	}
	if got["B"].Error != nil || len(got["B"].Frames) != 0 {
		t.Errorf("B is %+v", got["B"])
	}
}

func TestQueryDataAsksOnceForEachRangeOfAnAlertRule(t *testing.T) {
	var asked atomic.Int32
	ds := connected(t, 5, func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		answerJSON(200, results(map[string]string{"A": oneFrame, "B": oneFrame}))(w, r)
	})
	other := queryOf("B", "series", `{}`)
	other.TimeRange.From = other.TimeRange.From.Add(-time.Hour)
	got := ask(t, ds, queryOf("A", "series", `{}`), other)
	if asked.Load() != 2 || got["A"].Error != nil || got["B"].Error != nil {
		t.Errorf("asked %d times, got %v and %v", asked.Load(), got["A"].Error, got["B"].Error)
	}
}

func TestQueryDataTellsTheServiceThatAnAlertAsks(t *testing.T) {
	for header, want := range map[string]bool{"true": true, "": false, "false": false} {
		var body queryRequest
		ds := connected(t, 5, func(w http.ResponseWriter, r *http.Request) {
			if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
				t.Error(err)
			}
			answerJSON(200, results(map[string]string{"A": oneFrame}))(w, r)
		})
		req := &backend.QueryDataRequest{Headers: map[string]string{}, Queries: []backend.DataQuery{queryOf("A", "series", `{}`)}}
		if header != "" {
			req.Headers[backend.FromAlertHeaderName] = header
		}
		if _, err := ds.QueryData(context.Background(), req); err != nil {
			t.Fatal(err)
		}
		if body.FromAlert != want {
			t.Errorf("header %q gives fromAlert %t", header, body.FromAlert)
		}
	}
}

func TestReadQueryCapsWhatAlertRulesAskFor(t *testing.T) {
	for asked, want := range map[int64]int64{43200: maxPoints, 0: maxPoints, -1: maxPoints, 580: 580} {
		in := queryOf("A", "series", `{"params":null}`)
		in.MaxDataPoints = asked
		in.Interval = 0
		got, err := readQuery(in)
		if err != nil || got.MaxDataPoints != want || got.IntervalMs != 1 || string(got.Params) != "{}" {
			t.Errorf("%d points become %+v (%v)", asked, got, err)
		}
	}
}

func TestQueryDataKeepsTheServicesReasonForOneQuery(t *testing.T) {
	ds := connected(t, 5, answerJSON(200, results(map[string]string{
		"A": oneFrame,
		"B": `{"status":400,"error":"forecast.artist: no artist \"adda\"; did you mean \"ada\"?","errorSource":"downstream"}`,
		"C": `{"error":"out of luck"}`,
	})))
	got := ask(t, ds, queryOf("A", "series", `{}`), queryOf("B", "forecast", `{}`), queryOf("C", "series", `{}`), queryOf("D", "series", `{}`))
	if got["A"].Error != nil {
		t.Errorf("A fails with B: %v", got["A"].Error)
	}
	mentions(t, got["B"].Error.Error(), "forecast.artist", "did you mean")
	if got["B"].Status != 400 || got["B"].ErrorSource != backend.ErrorSourceDownstream {
		t.Errorf("B is %+v", got["B"])
	}
	if got["C"].Status != 500 || got["C"].ErrorSource != backend.ErrorSourceDownstream {
		t.Errorf("C is %+v", got["C"])
	}
	mentions(t, got["D"].Error.Error(), "query D is missing")
}

func TestQueryDataRefusesAQueryWithoutAType(t *testing.T) {
	ds := connected(t, 5, answerJSON(200, results(map[string]string{"A": oneFrame})))
	got := ask(t, ds, queryOf("A", "series", `{}`), queryOf("B", "", `{}`), queryOf("C", "series", `[`))
	if got["A"].Error != nil {
		t.Error(got["A"].Error)
	}
	mentions(t, got["B"].Error.Error(), "query B", "choose one")
	mentions(t, got["C"].Error.Error(), "query C can't be read")
	if got["B"].Status != 400 || got["B"].ErrorSource != backend.ErrorSourceDownstream {
		t.Errorf("B is %+v", got["B"])
	}
}

package plugin

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

const testKey = "enc_test_key"

// settingsFor are the saved settings of a data source that points at url.
func settingsFor(url string, timeout float64) backend.DataSourceInstanceSettings {
	saved, _ := json.Marshal(map[string]any{"apiUrl": url, "timeout": timeout})
	return backend.DataSourceInstanceSettings{
		UID: "encore", Name: "Encore", Type: "encore-career-datasource", JSONData: saved,
		DecryptedSecureJSONData: map[string]string{"apiKey": testKey},
	}
}

// connected is a data source in front of a service that answers with handler.
func connected(t *testing.T, timeout float64, handler http.HandlerFunc) *Datasource {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return dataSource(t, settingsFor(server.URL, timeout))
}

func dataSource(t *testing.T, instance backend.DataSourceInstanceSettings) *Datasource {
	t.Helper()
	made, err := NewDatasource(context.Background(), instance)
	if err != nil {
		t.Fatal(err)
	}
	ds := made.(*Datasource)
	t.Cleanup(ds.Dispose)
	return ds
}

func answerWith(status int, contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.WriteHeader(status)
		_, _ = w.Write([]byte(body))
	}
}

func answerJSON(status int, body string) http.HandlerFunc {
	return answerWith(status, "application/json; charset=utf-8", body)
}

func queryOf(refID, queryType, model string) backend.DataQuery {
	return backend.DataQuery{
		RefID: refID, QueryType: queryType, MaxDataPoints: 800, Interval: time.Minute, JSON: []byte(model),
		TimeRange: backend.TimeRange{From: time.UnixMilli(1_700_000_000_000), To: time.UnixMilli(1_730_000_000_000)},
	}
}

func ask(t *testing.T, ds *Datasource, queries ...backend.DataQuery) backend.Responses {
	t.Helper()
	got, err := ds.QueryData(context.Background(), &backend.QueryDataRequest{Queries: queries})
	if err != nil {
		t.Fatal(err)
	}
	return got.Responses
}

func mentions(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%q does not mention %q", text, part)
		}
	}
}

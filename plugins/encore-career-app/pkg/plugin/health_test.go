package plugin

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

func checkHealth(t *testing.T, ds *Datasource) *backend.CheckHealthResult {
	t.Helper()
	got, err := ds.CheckHealth(context.Background(), &backend.CheckHealthRequest{})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// service answers /v1/health and /health/ready.
func service(health, ready http.HandlerFunc) http.HandlerFunc {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1/health", health)
	mux.HandleFunc("GET /health/ready", ready)
	return mux.ServeHTTP
}

func TestCheckHealthNamesServiceAndDatabase(t *testing.T) {
	body := `{"version":"0.1.0","database":"PostgreSQL 18.1","key":"first","artists":60}`
	got := checkHealth(t, connected(t, 5, service(answerJSON(200, body), http.NotFound)))
	if got.Status != backend.HealthStatusOk || got.Message != "Encore 0.1.0 is connected: PostgreSQL 18.1, 60 artists, API key \"first\"." {
		t.Errorf("%s %q", got.Status, got.Message)
	}
	if string(got.JSONDetails) != body {
		t.Errorf("details %s", got.JSONDetails)
	}
}

func TestCheckHealthSaysWhatToCorrect(t *testing.T) {
	down := `{"status":"unready","version":"0.1.0","database":{"ok":false,"message":"connection refused"}}`
	cases := map[string]struct {
		service http.HandlerFunc
		says    []string
	}{
		"wrong key":        {service(answerJSON(401, `{"message":"no such key"}`), http.NotFound), []string{"refuses the API key", "api-key"}},
		"wrong URL":        {answerWith(200, "text/html", "<html>"), []string{"text/html", "correct the URL"}},
		"another page":     {answerWith(404, "text/html", "<html>"), []string{"status 404", "not as an Encore service does", "correct the URL"}},
		"another API":      {answerJSON(404, `{"message":"Not found"}`), []string{"status 404", "correct the URL"}},
		"another health":   {answerJSON(200, `{"database":"ok"}`), []string{"not as an Encore service does", "correct the URL"}},
		"a narrow key":     {answerJSON(403, `{"message":"this API key may write, but this needs \"read\""}`), []string{"this needs \"read\""}},
		"database is down": {service(answerJSON(503, `{"message":"no database"}`), answerJSON(503, down)), []string{"Encore 0.1.0 runs", "database does not answer (connection refused)"}},
		"starting":         {service(answerJSON(503, `{"message":"migrations are running"}`), answerJSON(503, `{"database":{"ok":true}}`)), []string{"not ready", "migrations are running"}},
		"no readiness":     {service(answerJSON(503, `{"message":"later"}`), hangUp), []string{"not ready (later)"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got := checkHealth(t, connected(t, 5, c.service))
			if got.Status != backend.HealthStatusError {
				t.Errorf("status %s", got.Status)
			}
			mentions(t, got.Message, c.says...)
		})
	}
}

func TestCheckHealthGivesUpOnAServiceThatStalls(t *testing.T) {
	got := checkHealth(t, connected(t, .2, func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
	mentions(t, got.Message, "did not answer within 200ms", "see that the service runs", "raise the timeout")
	if strings.Contains(got.Message, "time range") {
		t.Errorf("a health check has no time range: %q", got.Message)
	}
}

func TestCheckHealthNamesWrongSettingsAndAbsentServices(t *testing.T) {
	mentions(t, checkHealth(t, dataSource(t, settingsFor("", 5))).Message, "URL: none is saved")
	server := httptest.NewServer(http.NotFoundHandler())
	overTLS := strings.Replace(server.URL, "http:", "https:", 1)
	mentions(t, checkHealth(t, dataSource(t, settingsFor(overTLS, 5))).Message, "plain http", "write http://")
	server.Close()
	got := checkHealth(t, dataSource(t, settingsFor(server.URL, 5)))
	mentions(t, got.Message, "nothing listens", "start the Encore service")
	mentions(t, string(got.JSONDetails), "verboseMessage", "connection refused")
	if strings.Contains(string(got.JSONDetails), testKey) {
		t.Error("the key is in the details")
	}
}

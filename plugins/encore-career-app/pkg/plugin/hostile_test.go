package plugin

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

func hangUp(w http.ResponseWriter, _ *http.Request) {
	connection, _, err := w.(http.Hijacker).Hijack()
	if err == nil {
		_ = connection.Close()
	}
}

// nanosOfANumber is a frame that makes the SDK's reader panic: a fraction of a second for what is no time.
const nanosOfANumber = `{"results":{"A":{"status":200,"frames":[{"schema":{"fields":[{"name":"x","type":"number","typeInfo":{"frame":"int8"}}]},` +
	`"data":{"values":[[1]],"nanos":[[1]]}}]}}}`

func FuzzDecodeNeverPanics(f *testing.F) {
	f.Add([]byte(results(map[string]string{"A": oneFrame})))
	f.Add([]byte(nanosOfANumber))
	f.Add([]byte(`{"results":{"A":{"frames":[{"schema":{"fields":[{"type":"enum","typeInfo":{"frame":"enum"}}]},"data":{"values":[[0]],"entities":[{"NaN":[7]}]}}]}}}`))
	f.Fuzz(func(_ *testing.T, body []byte) { _, _ = decode(body) })
}

func TestQueryDataExplainsWhatAHostileServiceDoes(t *testing.T) {
	page := `<html><body><h1>Welcome to nginx</h1></body></html>`
	frame := func(fields, values string) string {
		return results(map[string]string{"A": `{"status":200,"frames":[{"schema":{"fields":[` + fields + `]},"data":{"values":` + values + `}}]}`})
	}
	number := `{"name":"x","type":"number","typeInfo":{"frame":"float64"}}`
	cases := map[string]struct {
		service http.HandlerFunc
		status  backend.Status
		says    []string
	}{
		"an HTML page":              {answerWith(200, "text/html", page), 502, []string{"text/html", "correct the URL"}},
		"an HTML error page":        {answerWith(404, "text/html", page), 502, []string{"404", "correct the URL"}},
		"no content type":           {answerWith(500, "", ""), 502, []string{"500"}},
		"a redirect":                {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/login", 302) }, 502, []string{"302", "correct the URL"}},
		"truncated JSON":            {answerJSON(200, results(map[string]string{"A": oneFrame})[:150]), 502, []string{"can't be read"}},
		"JSON of another kind":      {answerJSON(200, `{"hello":"world"}`), 502, []string{"can't be read", "different versions"}},
		"an empty answer":           {answerJSON(200, ``), 502, []string{"can't be read"}},
		"more values than fields":   {answerJSON(200, frame(number, `[[1],[2],[3]]`)), 502, []string{"can't be read"}},
		"text in a number field":    {answerJSON(200, frame(number, `[["one"]]`)), 502, []string{"can't be read"}},
		"data before its schema":    {answerJSON(200, results(map[string]string{"A": `{"status":200,"frames":[{"data":{"values":[[1]]},"schema":{"fields":[` + number + `]}}]}`})), 502, []string{"can't be read"}},
		"a count that is not there": {answerJSON(200, nanosOfANumber), 502, []string{"can't be read"}},
		"a refused key":             {answerJSON(401, `{"message":"no such key"}`), 401, []string{"refuses the API key", "no such key", "api-key"}},
		"a refused key without why": {answerWith(401, "text/plain", "no"), 401, []string{"refuses the API key;"}},
		"a forbidden scope":         {answerJSON(403, `{"message":"the key may not read"}`), 403, []string{"the key may not read"}},
		"not ready":                 {answerJSON(503, `{"message":"migrations are running"}`), 503, []string{"not ready", "migrations are running", "try again"}},
		"a rate limit":              {answerJSON(429, `{"message":"300 requests a second at most; wait 2 s"}`), 429, []string{"wait 2 s"}},
		"a fault of its own":        {answerJSON(500, `{"message":"unexpected: see the log, request 7f"}`), 500, []string{"request 7f"}},
		"a hang-up":                 {hangUp, 502, []string{"broke off"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got := ask(t, connected(t, 5, c.service), queryOf("A", "series", `{}`))["A"]
			if got.Error == nil {
				t.Fatal("no error")
			}
			mentions(t, got.Error.Error(), c.says...)
			if got.Status != c.status || got.ErrorSource != backend.ErrorSourceDownstream {
				t.Errorf("status %d, source %s", got.Status, got.ErrorSource)
			}
			if strings.Contains(got.Error.Error(), testKey) {
				t.Error("the key is in the message")
			}
		})
	}
}

func TestQueryDataGivesUpOnAServiceThatStalls(t *testing.T) {
	stall := func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		select {
		case <-r.Context().Done():
		case <-time.After(10 * time.Second):
		}
	}
	halfway := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(`{"results":`))
		w.(http.Flusher).Flush()
		stall(w, r)
	}
	for name, service := range map[string]http.HandlerFunc{"before": stall, "within": halfway} {
		t.Run(name+" the answer", func(t *testing.T) {
			ds := connected(t, .2, service)
			began := time.Now()
			got := ask(t, ds, queryOf("A", "series", `{}`))["A"]
			if took := time.Since(began); took > 2*time.Second {
				t.Errorf("took %s", took)
			}
			mentions(t, got.Error.Error(), "did not answer within 200ms", "raise the timeout")
			if got.Status != 504 || got.ErrorSource != backend.ErrorSourceDownstream {
				t.Errorf("status %d, source %s", got.Status, got.ErrorSource)
			}
		})
	}
}

func TestQueryDataStopsReadingAHugeAnswer(t *testing.T) {
	ds := connected(t, 20, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		block := []byte(strings.Repeat(" ", 1<<20))
		for range maxAnswer>>20 + 8 {
			if _, err := w.Write(block); err != nil {
				return
			}
		}
	})
	got := ask(t, ds, queryOf("A", "series", `{}`))["A"]
	mentions(t, got.Error.Error(), "larger than 32 MB", "coarser bucket")
}

func TestQueryDataNamesAServiceThatIsNotThere(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	got := ask(t, dataSource(t, settingsFor(server.URL, 5)), queryOf("A", "series", `{}`))["A"]
	mentions(t, got.Error.Error(), "nothing listens at "+server.URL, "start the Encore service")

	got = ask(t, dataSource(t, settingsFor("http://encore.invalid:8080", 5)), queryOf("A", "series", `{}`))["A"]
	mentions(t, got.Error.Error(), "no host is called encore.invalid")

	secure := httptest.NewTLSServer(http.NotFoundHandler())
	defer secure.Close()
	got = ask(t, dataSource(t, settingsFor(secure.URL, 5)), queryOf("A", "series", `{}`))["A"]
	mentions(t, got.Error.Error(), "certificate", "not trusted")
}

func TestQueryDataEndsWithTheRequestThatAskedForIt(t *testing.T) {
	ds := connected(t, 5, answerJSON(200, `{}`))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	got, err := ds.QueryData(ctx, &backend.QueryDataRequest{Queries: []backend.DataQuery{queryOf("A", "series", `{}`)}})
	if err != nil {
		t.Fatal(err)
	}
	mentions(t, got.Responses["A"].Error.Error(), "cancelled")
}

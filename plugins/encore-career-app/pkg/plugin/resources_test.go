package plugin

import (
	"context"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// resource makes a call as Grafana does for a user of the role ("" is nobody).
func resource(t *testing.T, ds *Datasource, role, method, path, body string) *backend.CallResourceResponse {
	t.Helper()
	req := &backend.CallResourceRequest{
		Method: method, Path: strings.Split(path, "?")[0], URL: path, Body: []byte(body),
		Headers: map[string][]string{
			"Content-Type": {"text/csv"}, "X-Content-Sha256": {"0a1b"}, "Cookie": {"grafana_session=1"}, "Authorization": {"Basic YTpi"},
		},
	}
	if role != "" {
		req.PluginContext.User = &backend.User{Login: "u", Role: role}
	}
	var got *backend.CallResourceResponse
	err := ds.CallResource(context.Background(), req, backend.CallResourceResponseSenderFunc(func(res *backend.CallResourceResponse) error {
		got = res
		return nil
	}))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// echo answers with what it was asked for.
func echo(t *testing.T) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Cookie") != "" {
			t.Error("a cookie leaves Grafana")
		}
		if got := r.Header.Get("Authorization"); got != "Bearer "+testKey {
			t.Errorf("Authorization is %q", got)
		}
		if got := r.Header.Get("X-Content-Sha256"); got != "0a1b" {
			t.Errorf("the part's checksum is %q", got)
		}
		body, _ := io.ReadAll(r.Body)
		answerJSON(201, `{"asked":"`+r.Method+" "+r.URL.String()+" "+r.Header.Get("Content-Type")+" "+string(body)+`"}`)(w, r)
	}
}

func TestResourcesPassTheListedPathsOn(t *testing.T) {
	ds := connected(t, 5, echo(t))
	for _, c := range []struct{ role, method, path, asked string }{
		{"Viewer", "GET", "catalogue", "GET /v1/grafana/catalogue"},
		{"Viewer", "GET", "options/artists?search=ada", "GET /v1/grafana/options/artists?search=ada"},
		{"Viewer", "GET", "imports", "GET /v1/imports"},
		{"Viewer", "GET", "imports/42", "GET /v1/imports/42"},
		{"Editor", "POST", "imports", "POST /v1/imports"},
		{"Admin", "POST", "imports/uploads", "POST /v1/imports/uploads"},
		{"Admin", "PUT", "imports/uploads/a-1/parts/2", "PUT /v1/imports/uploads/a-1/parts/2"},
		{"Viewer", "GET", "imports/formats", "GET /v1/imports/formats"},
		{"Editor", "DELETE", "imports/uploads/a-1", "DELETE /v1/imports/uploads/a-1"},
		{"Editor", "POST", "imports/uploads/a-1/finish", "POST /v1/imports/uploads/a-1/finish"},
		{"Viewer", "GET", "scenarios?artist=ada", "GET /v1/scenarios?artist=ada"},
		{"Editor", "POST", "scenarios", "POST /v1/scenarios"},
		{"Admin", "DELETE", "scenarios/a-1", "DELETE /v1/scenarios/a-1"},
	} {
		got := resource(t, ds, c.role, c.method, c.path, "a;b")
		if got.Status != 201 {
			t.Errorf("%s %s: %d %s", c.method, c.path, got.Status, got.Body)
		}
		mentions(t, string(got.Body), c.asked, "text/csv a;b")
	}
}

func TestResourcesKeepEverythingElseInside(t *testing.T) {
	ds := connected(t, 5, func(http.ResponseWriter, *http.Request) { t.Error("the service was asked") })
	for path, method := range map[string]string{
		"health": "GET", "grafana/query": "POST", "": "GET", "catalogue/x": "GET", "artists": "DELETE",
		"imports/42/": "DELETE", "options/../../keys": "GET", "options/..%2F..%2Fkeys": "GET", "options/a.b": "GET",
		"imports/uploads/../parts/1": "PUT", "catalogue": "POST", "scenarios/a-1": "GET", "scenarios/..": "DELETE",
	} {
		if got := resource(t, ds, "Admin", method, path, ""); got.Status < 300 {
			t.Errorf("%s %s gives %d", method, path, got.Status)
		}
	}
}

func TestResourcesWriteForEditorsAndAdminsOnly(t *testing.T) {
	ds := connected(t, 5, func(http.ResponseWriter, *http.Request) { t.Error("the service was asked") })
	for _, role := range []string{"", "Viewer", "None", "editor"} {
		for path, method := range map[string]string{
			"imports": "POST", "imports/uploads": "POST", "imports/uploads/a/parts/1": "PUT", "imports/uploads/a/finish": "POST",
			"imports/uploads/a": "DELETE", "catalogue": "POST", "v1/keys": "POST", "imports/42": "PATCH",
			"scenarios": "POST", "scenarios/a-1": "DELETE",
		} {
			got := resource(t, ds, role, method, path, "x")
			if got.Status != 403 {
				t.Errorf("%q may %s %s: %d", role, method, path, got.Status)
			}
			mentions(t, string(got.Body), "Editor or Admin")
		}
	}
}

func TestResourcesLimitAPartToEightMegabytes(t *testing.T) {
	ds := connected(t, 5, answerJSON(200, `{}`))
	if got := resource(t, ds, "Admin", "PUT", "imports/uploads/a/parts/1", strings.Repeat("x", maxUpload)); got.Status != 200 {
		t.Errorf("8 MB gives %d", got.Status)
	}
	got := resource(t, ds, "Admin", "PUT", "imports/uploads/a/parts/1", strings.Repeat("x", maxUpload+1))
	if got.Status != 413 {
		t.Errorf("more than 8 MB gives %d", got.Status)
	}
	mentions(t, string(got.Body), "in parts")
}

func TestResourcesSendAPartAgainOverAConnectionThatHasGone(t *testing.T) {
	var asked atomic.Int32
	ds := connected(t, 5, func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if asked.Add(1) == 2 {
			hangUp(w, r)
			return
		}
		answerJSON(200, `{"bytes":"`+string(body)+`"}`)(w, r)
	})
	for _, part := range []string{"one", "two"} {
		got := resource(t, ds, "Editor", "PUT", "imports/uploads/a/parts/1", part)
		if got.Status != 200 {
			t.Errorf("part %s: %d %s", part, got.Status, got.Body)
		}
		mentions(t, string(got.Body), part)
	}
	if asked.Load() != 3 {
		t.Errorf("asked %d times", asked.Load())
	}
}

func TestResourcesGiveAnImportMoreTimeThanAnAnswer(t *testing.T) {
	slow := func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		select {
		case <-time.After(400 * time.Millisecond):
			answerJSON(200, `{"added":1}`)(w, r)
		case <-r.Context().Done():
		}
	}
	ds := connected(t, .2, slow)
	for path, status := range map[string]int{"imports": 200, "imports/uploads/a/finish": 200, "imports/uploads": 504} {
		if got := resource(t, ds, "Editor", "POST", path, "{}"); got.Status != status {
			t.Errorf("%s gives %d %s", path, got.Status, got.Body)
		}
	}
}

func TestResourcesStopAnImportWhoseBrowserHasLeft(t *testing.T) {
	stopped := make(chan struct{})
	ds := connected(t, 5, func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		<-r.Context().Done()
		close(stopped)
	})
	ctx, leave := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer leave()
	req := &backend.CallResourceRequest{Method: "POST", Path: "imports/uploads/a/finish", URL: "imports/uploads/a/finish", Body: []byte("{}")}
	req.PluginContext.User = &backend.User{Login: "u", Role: "Editor"}
	ctx = backend.WithUser(ctx, req.PluginContext.User)
	ignore := backend.CallResourceResponseSenderFunc(func(*backend.CallResourceResponse) error { return nil })
	if err := ds.CallResource(ctx, req, ignore); err != nil {
		t.Fatal(err)
	}
	select {
	case <-stopped:
	case <-time.After(2 * time.Second):
		t.Error("the service goes on importing")
	}
}

func TestResourcesAnswerErrorsThatABrowserCanShow(t *testing.T) {
	report := `{"statusCode":422,"message":"row 3: no date","field":"file"}`
	cases := map[string]struct {
		service http.HandlerFunc
		status  int
		says    string
	}{
		"the service's own":      {answerJSON(422, report), 422, report},
		"a refused key, not 401": {answerJSON(401, `{"message":"no such key"}`), 502, "refuses the API key"},
		"an HTML page":           {answerWith(200, "text/html", "<html>"), 502, "correct the URL"},
		"a hang-up":              {hangUp, 502, "broke off"},
		"a key that reads only":  {answerJSON(403, `{"message":"this API key may read, but this needs \"write\""}`), 403, "needs"},
		"nothing to say":         {answerWith(204, "", ""), 204, ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got := resource(t, connected(t, 5, c.service), "Viewer", "GET", "catalogue", "")
			if got.Status != c.status {
				t.Errorf("status %d", got.Status)
			}
			mentions(t, string(got.Body), c.says)
		})
	}
	wrong := resource(t, dataSource(t, settingsFor("", 5)), "Viewer", "GET", "catalogue", "")
	mentions(t, string(wrong.Body), "URL: none is saved")
}

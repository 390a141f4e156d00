package plugin

import (
	"encoding/json"
	"io"
	"net/http"
	"regexp"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// maxUpload bounds one part of an upload in bytes.
const maxUpload = 8 << 20

// Grafana asks only for query rights before it passes a resource call on: who may write is decided here.
var writers = map[string]bool{"Admin": true, "Editor": true}

// Names and ids as the service gives them out: no dots, so that no path leads out of the list below.
var plainPath = regexp.MustCompile(`^(/[A-Za-z0-9_-]{1,64})+$`)

// routes is the list of what a browser may reach through the data source; nothing else leaves Grafana.
func (ds *Datasource) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /catalogue", ds.passTo("v1/grafana"))
	mux.HandleFunc("GET /options/{name}", ds.passTo("v1/grafana"))
	mux.HandleFunc("GET /imports", ds.passTo("v1"))
	mux.HandleFunc("GET /imports/{id}", ds.passTo("v1"))
	mux.HandleFunc("POST /imports", ds.importTo("v1"))
	mux.HandleFunc("POST /imports/uploads", ds.passTo("v1"))
	mux.HandleFunc("DELETE /imports/uploads/{id}", ds.passTo("v1"))
	mux.HandleFunc("PUT /imports/uploads/{id}/parts/{part}", ds.passTo("v1"))
	mux.HandleFunc("POST /imports/uploads/{id}/finish", ds.importTo("v1"))
	mux.HandleFunc("GET /scenarios", ds.passTo("v1"))
	mux.HandleFunc("POST /scenarios", ds.passTo("v1"))
	mux.HandleFunc("DELETE /scenarios/{id}", ds.passTo("v1"))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		say(w, http.StatusNotFound, "the data source passes nothing on for "+r.Method+" "+r.URL.Path)
	})
	return writersOnly(mux)
}

// writersOnly keeps everybody but editors and admins to reading, whatever the path: a route that is added later
// can't forget it.
func writersOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user := backend.UserFromContext(r.Context())
		if r.Method != http.MethodGet && (user == nil || !writers[user.Role]) {
			say(w, http.StatusForbidden, "importing and saving need the Editor or Admin role in this organization; ask an administrator of this Grafana for it")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// passTo sends the request on to the same path below prefix, and the service's JSON back.
func (ds *Datasource) passTo(prefix string) http.HandlerFunc { return ds.pass(prefix, false) }

// importTo is passTo for what reads a whole file: that takes longer than an answer does.
func (ds *Datasource) importTo(prefix string) http.HandlerFunc { return ds.pass(prefix, true) }

func (ds *Datasource) pass(prefix string, long bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if ds.problem != nil {
			say(w, http.StatusBadRequest, ds.problem.Error())
			return
		}
		if !plainPath.MatchString(r.URL.Path) {
			say(w, http.StatusBadRequest, r.URL.Path+" has a name or id that Encore does not give out")
			return
		}
		body, err := readBody(w, r)
		if err != nil {
			say(w, http.StatusRequestEntityTooLarge, "one request may carry 8 MB; send the file in parts")
			return
		}
		header := http.Header{}
		for _, name := range []string{"Content-Type", "X-Content-Sha256"} {
			if value := r.Header.Get(name); value != "" {
				header.Set(name, value)
			}
		}
		got, err := ds.client.send(r.Context(), call{
			method: r.Method, path: prefix + r.URL.Path, query: r.URL.Query(), header: header, body: body, long: long,
			// A part that is sent again replaces the first.
			repeatable: r.Method == http.MethodPut,
		})
		// Only the service's 401 stays here: Grafana's pages would take it for the end of the user's own session.
		if err == nil && (!got.json() || got.status == http.StatusUnauthorized) {
			err = ds.client.refusal(got)
		}
		if err != nil {
			status := statusOf(err)
			if status == http.StatusUnauthorized {
				status = http.StatusBadGateway
			}
			say(w, status, err.Error())
			return
		}
		w.Header().Set("Content-Type", got.contentType)
		w.WriteHeader(got.status)
		_, _ = w.Write(got.body)
	}
}

// readBody reads what a call carries; the SDK gives a call without a body none at all.
func readBody(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	if r.Body == nil {
		return nil, nil
	}
	return io.ReadAll(http.MaxBytesReader(w, r.Body, maxUpload))
}

func say(w http.ResponseWriter, status int, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]string{"message": message})
}

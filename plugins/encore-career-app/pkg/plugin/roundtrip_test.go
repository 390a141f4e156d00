package plugin

import (
	"context"
	"encoding/json"
	"net"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/experimental/datasourcetest"
)

// The SDK registers its metrics once a process, so that all tests share one server; it ends with the process.
var serve = sync.OnceValues(func() (datasourcetest.TestPlugin, error) {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return datasourcetest.TestPlugin{}, err
	}
	address := free.Addr().String()
	_ = free.Close()
	return datasourcetest.Manage(NewDatasource, datasourcetest.ManageOpts{Address: address})
})

func overGRPC(t *testing.T) *datasourcetest.TestPluginClient {
	t.Helper()
	plugin, err := serve()
	if err != nil {
		t.Fatal(err)
	}
	return plugin.Client
}

// The way that Grafana takes: gRPC to the plugin, HTTP to the service, and back.
func TestEverythingArrivesOverGRPC(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/grafana/query", answerJSON(200, results(map[string]string{
		"A": oneFrame,
		"B": `{"status":400,"error":"series.metrics: no metric \"fame\"","errorSource":"downstream"}`,
	})))
	mux.HandleFunc("GET /v1/health", answerJSON(200, `{"version":"0.1.0","database":"PostgreSQL 18.1","key":"first","artists":1}`))
	mux.HandleFunc("GET /v1/grafana/catalogue", answerJSON(200, `{"queryTypes":[]}`))
	server := httptest.NewServer(mux)
	defer server.Close()

	plugin := overGRPC(t)
	instance := settingsFor(server.URL, 5)
	at := backend.PluginContext{OrgID: 1, PluginID: "encore-career-datasource", DataSourceInstanceSettings: &instance}
	ctx := context.Background()

	got, err := plugin.QueryData(ctx, &backend.QueryDataRequest{
		PluginContext: at, Queries: []backend.DataQuery{queryOf("A", "series", `{}`), queryOf("B", "series", `{}`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	frame := got.Responses["A"].Frames[0]
	if frame.RefID != "A" || frame.Rows() != 2 || !frame.Fields[1].NilAt(1) {
		t.Errorf("frame %+v", frame)
	}
	if b := got.Responses["B"]; b.Status != 400 || b.ErrorSource != backend.ErrorSourceDownstream {
		t.Errorf("B %+v", b)
	}
	mentions(t, got.Responses["B"].Error.Error(), "series.metrics")

	health, err := plugin.CheckHealth(ctx, &backend.CheckHealthRequest{PluginContext: at})
	if err != nil || health.Status != backend.HealthStatusOk {
		t.Errorf("health %+v %v", health, err)
	}

	err = plugin.CallResource(ctx, &backend.CallResourceRequest{PluginContext: at, Method: "GET", Path: "catalogue", URL: "catalogue"},
		backend.CallResourceResponseSenderFunc(func(res *backend.CallResourceResponse) error {
			if res.Status != 200 || !json.Valid(res.Body) {
				t.Errorf("catalogue %d %s", res.Status, res.Body)
			}
			return nil
		}))
	if err != nil {
		t.Error(err)
	}
}

//go:build service

package plugin

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/experimental/datasourcetest"
)

// Against a running Encore service at ENCORE_URL, with the key ENCORE_API_KEY:
// go test -tags service -run TestService ./pkg/plugin

type fields struct {
	Properties map[string]struct {
		Default  json.RawMessage `json:"default"`
		XOptions string          `json:"x-options"`
	} `json:"properties"`
	Required []string `json:"required"`
}

func running() backend.PluginContext {
	instance := settingsFor(os.Getenv("ENCORE_URL"), 30)
	instance.UID = "service"
	instance.DecryptedSecureJSONData["apiKey"] = os.Getenv("ENCORE_API_KEY")
	return backend.PluginContext{OrgID: 1, PluginID: "encore-career-datasource", DataSourceInstanceSettings: &instance}
}

func resourceJSON(t *testing.T, plugin *datasourcetest.TestPluginClient, at backend.PluginContext, path string, into any) {
	t.Helper()
	err := plugin.CallResource(context.Background(), &backend.CallResourceRequest{PluginContext: at, Method: "GET", Path: path, URL: path},
		backend.CallResourceResponseSenderFunc(func(res *backend.CallResourceResponse) error {
			if res.Status != 200 {
				return fmt.Errorf("%s: %d %s", path, res.Status, res.Body)
			}
			return json.Unmarshal(res.Body, into)
		}))
	if err != nil {
		t.Fatal(err)
	}
}

func TestServiceIsHealthyAndNamesItself(t *testing.T) {
	plugin, at := overGRPC(t), running()
	got, err := plugin.CheckHealth(context.Background(), &backend.CheckHealthRequest{PluginContext: at})
	if err != nil || got.Status != backend.HealthStatusOk {
		t.Fatalf("%+v %v", got, err)
	}
	mentions(t, got.Message, "Encore ", "PostgreSQL ", "artists")

	at.DataSourceInstanceSettings.DecryptedSecureJSONData["apiKey"] = "enc_no_such_key_0000"
	at.DataSourceInstanceSettings.Updated = time.Now()
	got, err = plugin.CheckHealth(context.Background(), &backend.CheckHealthRequest{PluginContext: at})
	if err != nil || got.Status != backend.HealthStatusError {
		t.Fatalf("%+v %v", got, err)
	}
	mentions(t, got.Message, "refuses the API key", "unknown, revoked or expired")
}

// Every query type of the catalogue answers with what its own form starts with, in panels and, where it may, in alerts.
func TestServiceAnswersEveryQueryTypeThroughGo(t *testing.T) {
	plugin, at := overGRPC(t), running()
	var catalogue struct {
		QueryTypes []struct {
			Name      string `json:"name"`
			Alertable bool   `json:"alertable"`
			Params    fields `json:"params"`
		} `json:"queryTypes"`
	}
	resourceJSON(t, plugin, at, "catalogue", &catalogue)
	var artists struct {
		Options []struct{ Value string } `json:"options"`
	}
	resourceJSON(t, plugin, at, "options/artists", &artists)
	if len(catalogue.QueryTypes) == 0 || len(artists.Options) == 0 {
		t.Fatalf("%d query types, %d artists", len(catalogue.QueryTypes), len(artists.Options))
	}
	for _, kind := range catalogue.QueryTypes {
		params := map[string]any{}
		for _, name := range kind.Params.Required {
			if schema := kind.Params.Properties[name]; schema.Default == nil && schema.XOptions == "artists" {
				params[name] = artists.Options[0].Value
			}
		}
		for _, fromAlert := range []bool{false, true} {
			if fromAlert && !kind.Alertable {
				continue
			}
			t.Run(fmt.Sprintf("%s, alert %t", kind.Name, fromAlert), func(t *testing.T) {
				model, _ := json.Marshal(map[string]any{"params": params})
				query := queryOf("A", kind.Name, string(model))
				query.TimeRange = backend.TimeRange{From: time.Now().AddDate(-3, 0, 0), To: time.Now()}
				req := &backend.QueryDataRequest{PluginContext: at, Headers: map[string]string{}, Queries: []backend.DataQuery{query}}
				if fromAlert {
					req.Headers[backend.FromAlertHeaderName] = "true"
				}
				res, err := plugin.QueryData(context.Background(), req)
				if err != nil {
					t.Fatal(err)
				}
				got := res.Responses["A"]
				if got.Error != nil || len(got.Frames) == 0 {
					t.Fatalf("%d frames, %v", len(got.Frames), got.Error)
				}
				for _, frame := range got.Frames {
					if _, err := frame.RowLen(); err != nil {
						t.Errorf("frame %s: %v", frame.Name, err)
					}
				}
			})
		}
	}
}

func TestServiceNamesTheParameterThatIsWrong(t *testing.T) {
	plugin, at := overGRPC(t), running()
	query := queryOf("A", "series", `{"params":{"artists":["nobody-of-that-name"]}}`)
	res, err := plugin.QueryData(context.Background(), &backend.QueryDataRequest{PluginContext: at, Queries: []backend.DataQuery{query}})
	if err != nil {
		t.Fatal(err)
	}
	got := res.Responses["A"]
	mentions(t, got.Error.Error(), "series.artists: ", "nobody-of-that-name")
	if got.ErrorSource != backend.ErrorSourceDownstream {
		t.Errorf("source %s", got.ErrorSource)
	}
}

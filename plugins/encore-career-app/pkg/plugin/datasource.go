// Package plugin passes Grafana's queries, health checks and resource calls on to the Encore service.
package plugin

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/instancemgmt"
	"github.com/grafana/grafana-plugin-sdk-go/backend/resource/httpadapter"
)

var (
	_ backend.QueryDataHandler      = (*Datasource)(nil)
	_ backend.CheckHealthHandler    = (*Datasource)(nil)
	_ backend.CallResourceHandler   = (*Datasource)(nil)
	_ instancemgmt.InstanceDisposer = (*Datasource)(nil)
)

// Datasource is one configured data source. Wrong settings do not keep it from being made:
// every handler then answers with what is wrong, where Grafana would only say that the plugin failed.
type Datasource struct {
	backend.CallResourceHandler
	client  *client
	problem error
}

// NewDatasource makes a data source from its settings; Grafana calls it again when they change.
func NewDatasource(ctx context.Context, instance backend.DataSourceInstanceSettings) (instancemgmt.Instance, error) {
	ds := &Datasource{}
	ds.CallResourceHandler = httpadapter.New(ds.routes())
	ds.client, ds.problem = newClient(ctx, instance)
	return ds, nil
}

// Dispose closes the idle connections of settings that no longer hold.
func (ds *Datasource) Dispose() {
	if ds.client != nil {
		ds.client.http.CloseIdleConnections()
		ds.client.patient.CloseIdleConnections()
	}
}

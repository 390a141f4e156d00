package plugin

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// CheckHealth says which Encore service and database the saved settings lead to, or what to correct.
func (ds *Datasource) CheckHealth(ctx context.Context, _ *backend.CheckHealthRequest) (*backend.CheckHealthResult, error) {
	if ds.problem != nil {
		return unhealthy(ds.problem), nil
	}
	body, err := ds.client.ask(ctx, call{method: http.MethodGet, path: "v1/health"})
	if err != nil {
		if statusOf(err) >= http.StatusInternalServerError {
			err = ds.client.whyNotReady(ctx, err)
		}
		return unhealthy(err), nil
	}
	var health struct {
		Version  string `json:"version"`
		Database string `json:"database"`
		Key      string `json:"key"`
		Artists  int    `json:"artists"`
	}
	if err := json.Unmarshal(body, &health); err != nil || health.Version == "" {
		return unhealthy(unreadable(fmt.Errorf("no version in the health answer"))), nil
	}
	message := fmt.Sprintf("Encore %s is connected: %s, %d artists, API key %q.", health.Version, health.Database, health.Artists, health.Key)
	return &backend.CheckHealthResult{Status: backend.HealthStatusOk, Message: message, JSONDetails: body}, nil
}

// whyNotReady asks the open readiness resource, which can answer when the database can't.
func (c *client) whyNotReady(ctx context.Context, first error) error {
	got, err := c.send(ctx, call{method: http.MethodGet, path: "health/ready"})
	if err != nil {
		return first
	}
	var ready struct {
		Version  string `json:"version"`
		Database *struct {
			OK      bool   `json:"ok"`
			Message string `json:"message"`
		} `json:"database"`
	}
	if json.Unmarshal(got.body, &ready) != nil || ready.Database == nil || ready.Database.OK {
		return first
	}
	return downstream(http.StatusServiceUnavailable, first, "Encore %s runs at %s, but its database does not answer%s; look at the Encore service's log", ready.Version, c.base.Redacted(), because(ready.Database.Message))
}

func unhealthy(err error) *backend.CheckHealthResult {
	return &backend.CheckHealthResult{Status: backend.HealthStatusError, Message: err.Error()}
}

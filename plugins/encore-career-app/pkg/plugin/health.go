package plugin

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// CheckHealth says which Encore service and database the saved settings lead to, or what to correct.
func (ds *Datasource) CheckHealth(ctx context.Context, _ *backend.CheckHealthRequest) (*backend.CheckHealthResult, error) {
	if ds.problem != nil {
		return unhealthy(ds.problem), nil
	}
	body, err := ds.client.askHealth(ctx)
	if err != nil {
		return unhealthy(err), nil
	}
	var health struct {
		Version  string `json:"version"`
		Database string `json:"database"`
		Key      string `json:"key"`
		Artists  int    `json:"artists"`
	}
	if err := json.Unmarshal(body, &health); err != nil || health.Version == "" {
		return unhealthy(ds.client.notEncore(http.StatusOK)), nil
	}
	message := fmt.Sprintf("Encore %s is connected: %s, %d artists, API key %q.", health.Version, health.Database, health.Artists, health.Key)
	return &backend.CheckHealthResult{Status: backend.HealthStatusOk, Message: message, JSONDetails: body}, nil
}

// askHealth returns the service's health; its errors are about the settings, since nothing else is asked here.
func (c *client) askHealth(ctx context.Context) ([]byte, error) {
	got, err := c.send(ctx, call{method: http.MethodGet, path: "v1/health"})
	switch {
	case err != nil && statusOf(err) == http.StatusGatewayTimeout:
		return nil, downstream(http.StatusGatewayTimeout, err, "Encore at %s did not answer within %s; see that the service runs and that nothing between it and this Grafana holds it up, or raise the timeout", c.base.Redacted(), c.timeout)
	case err != nil:
		return nil, err
	case got.status == http.StatusNotFound:
		return nil, c.notEncore(got.status)
	}
	refused := c.refusal(got)
	if refused != nil && got.status >= http.StatusInternalServerError {
		refused = c.whyNotReady(ctx, refused)
	}
	return got.body, refused
}

// notEncore is for a web service that answers and is another one.
func (c *client) notEncore(status int) error {
	return downstream(http.StatusBadGateway, nil, "%s answers (status %d), but not as an Encore service does; correct the URL in the data source's settings: it is the address that Encore prints when it starts", c.base.Redacted(), status)
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

// unhealthy carries what to do in its message and, folded away, what the network said.
func unhealthy(err error) *backend.CheckHealthResult {
	out := &backend.CheckHealthResult{Status: backend.HealthStatusError, Message: err.Error()}
	var f failure
	if errors.As(err, &f) && f.cause != nil {
		out.JSONDetails, _ = json.Marshal(map[string]string{"verboseMessage": f.cause.Error()})
	}
	return out
}

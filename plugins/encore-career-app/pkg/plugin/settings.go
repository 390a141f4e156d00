package plugin

import (
	"encoding/json"
	"net/url"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

const (
	defaultTimeout = 30 * time.Second
	maxTimeout     = 5 * time.Minute
)

// settings is what the configuration page and provisioning files hold.
type settings struct {
	base    *url.URL
	apiKey  string
	timeout time.Duration
}

// loadSettings reads jsonData {apiUrl, timeout (seconds)} and secureJsonData {apiKey}; errors name the field and what to enter.
func loadSettings(instance backend.DataSourceInstanceSettings) (settings, error) {
	var saved struct {
		APIURL  string   `json:"apiUrl"`
		Timeout *float64 `json:"timeout"`
	}
	if len(instance.JSONData) > 0 {
		if err := json.Unmarshal(instance.JSONData, &saved); err != nil {
			return settings{}, backend.DownstreamErrorf("the data source's settings can't be read (%w); enter and save them again", err)
		}
	}
	base, err := parseBase(saved.APIURL)
	if err != nil {
		return settings{}, err
	}
	timeout := defaultTimeout
	if saved.Timeout != nil {
		timeout = time.Duration(*saved.Timeout * float64(time.Second))
	}
	if timeout <= 0 || timeout > maxTimeout {
		return settings{}, backend.DownstreamErrorf("Timeout: enter 1 to %d seconds in the data source's settings", int(maxTimeout.Seconds()))
	}
	key := strings.TrimSpace(instance.DecryptedSecureJSONData["apiKey"])
	if key == "" {
		return settings{}, backend.DownstreamErrorf("API key: none is saved in the data source's settings; copy it from the file api-key in Encore's data folder ($ENCORE_DATA_DIR)")
	}
	return settings{base: base, apiKey: key, timeout: timeout}, nil
}

func parseBase(raw string) (*url.URL, error) {
	raw = strings.TrimRight(strings.TrimSpace(raw), "/")
	if raw == "" {
		return nil, backend.DownstreamErrorf("URL: none is saved in the data source's settings; enter the address of the Encore service, for example http://127.0.0.1:8080")
	}
	base, err := url.Parse(raw)
	if err != nil || (base.Scheme != "http" && base.Scheme != "https") || base.Hostname() == "" {
		return nil, backend.DownstreamErrorf("URL: %q is not an address of the form http://host:port; correct it in the data source's settings", raw)
	}
	if base.User != nil || base.RawQuery != "" || base.Fragment != "" {
		return nil, backend.DownstreamErrorf("URL: enter the address without user name, password, ? or #; the API key has its own field")
	}
	return base, nil
}

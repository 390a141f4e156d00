package plugin

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"net/url"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
)

const (
	// maxAnswer bounds one answer of the service in bytes, so that a wrong URL can't fill Grafana's memory.
	maxAnswer = 32 << 20
	// importTimeout is for reading a whole file into the database; the timeout of the settings is for answers.
	importTimeout = 15 * time.Minute
)

// client speaks to the Encore service with the data source's key.
type client struct {
	settings
	http *http.Client
	// patient waits as long as an import takes.
	patient *http.Client
}

// call is one request; path is below the service's address.
type call struct {
	method string
	path   string
	query  url.Values
	header http.Header
	body   []byte
	// repeatable lets the transport send a body again when the service has just closed an idle connection.
	repeatable bool
	// long calls take as long as an import does.
	long bool
}

// answer is a complete response, whatever its status.
type answer struct {
	status      int
	contentType string
	body        []byte
}

func (a answer) json() bool {
	media, _, _ := mime.ParseMediaType(a.contentType)
	return media == "application/json"
}

func newClient(ctx context.Context, instance backend.DataSourceInstanceSettings) (*client, error) {
	s, err := loadSettings(instance)
	if err != nil {
		return nil, err
	}
	opts, err := instance.HTTPClientOptions(ctx)
	if err != nil {
		return nil, unusable(err)
	}
	quick, err := httpClient(opts, s.timeout)
	if err != nil {
		return nil, unusable(err)
	}
	patient, err := httpClient(opts, importTimeout)
	if err != nil {
		return nil, unusable(err)
	}
	return &client{settings: s, http: quick, patient: patient}, nil
}

// httpClient has its own transport: the SDK's waits for the beginning of an answer no longer than the timeout.
func httpClient(opts httpclient.Options, timeout time.Duration) (*http.Client, error) {
	// A copy: the SDK's options point to their timeouts.
	timeouts := *opts.Timeouts
	timeouts.Timeout = timeout
	opts.Timeouts = &timeouts
	c, err := httpclient.New(opts)
	if err != nil {
		return nil, err
	}
	// A redirect would turn a POST into a GET and may lead the key astray: it is reported instead.
	c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return c, nil
}

func unusable(err error) error {
	return backend.PluginErrorf("the data source's HTTP settings can't be used: %w", err)
}

// send makes the call and reads the whole answer; its errors are explained and carry their source.
func (c *client) send(ctx context.Context, in call) (answer, error) {
	target := c.base.JoinPath(in.path)
	target.RawQuery = in.query.Encode()
	req, err := http.NewRequestWithContext(ctx, in.method, target.String(), bytes.NewReader(in.body))
	if err != nil {
		return answer{}, backend.PluginErrorf("the request to Encore can't be made: %w", err)
	}
	for name, values := range in.header {
		req.Header[name] = values
	}
	if in.repeatable {
		req.Header["Idempotency-Key"] = nil
	}
	req.Header.Set("Accept", "application/json")
	req.Header.Set("Authorization", "Bearer "+c.apiKey)
	doer := c.http
	if in.long {
		doer = c.patient
	}
	res, err := doer.Do(req)
	if err != nil {
		return answer{}, c.explain(err, doer.Timeout)
	}
	defer func() { _ = res.Body.Close() }()
	body, err := io.ReadAll(io.LimitReader(res.Body, maxAnswer+1))
	if err != nil {
		return answer{}, c.explain(err, doer.Timeout)
	}
	if len(body) > maxAnswer {
		return answer{}, c.explain(httpclient.ErrResponseBodyTooLarge, doer.Timeout)
	}
	return answer{status: res.StatusCode, contentType: res.Header.Get("Content-Type"), body: body}, nil
}

// ask sends the call and returns the JSON of a good answer; everything else is an explained error.
func (c *client) ask(ctx context.Context, in call) ([]byte, error) {
	got, err := c.send(ctx, in)
	if err != nil {
		return nil, err
	}
	if err := c.refusal(got); err != nil {
		return nil, err
	}
	return got.body, nil
}

func jsonCall(method, path string, body any) (call, error) {
	encoded, err := json.Marshal(body)
	if err != nil {
		return call{}, backend.PluginErrorf("the request to Encore can't be written as JSON: %w", err)
	}
	return call{method: method, path: path, header: http.Header{"Content-Type": {"application/json"}}, body: encoded}, nil
}

package plugin

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"syscall"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
)

// failure is an error with the HTTP status that stands for it, in words that say what to do.
type failure struct {
	status  int
	message string
	cause   error
}

func (f failure) Error() string { return f.message }
func (f failure) Unwrap() error { return f.cause }

func downstream(status int, cause error, format string, args ...any) error {
	return backend.DownstreamError(failure{status: status, message: fmt.Sprintf(format, args...), cause: cause})
}

// statusOf is the HTTP status for an error of this package; 500 for one that nobody explained.
func statusOf(err error) int {
	var f failure
	switch {
	case errors.As(err, &f):
		return f.status
	case backend.IsDownstreamError(err):
		return http.StatusBadRequest
	}
	return http.StatusInternalServerError
}

// errorResponse is a query's answer for an error, with status and source set.
func errorResponse(err error) backend.DataResponse {
	source := backend.ErrorSourcePlugin
	if backend.IsDownstreamError(err) {
		source = backend.ErrorSourceDownstream
	}
	return backend.DataResponse{Error: err, Status: backend.Status(statusOf(err)), ErrorSource: source}
}

// explain turns a transport error into what the reader of a panel can act on; waited is the time that the call had.
func (c *client) explain(err error, waited time.Duration) error {
	at := c.base.Redacted()
	var timeout net.Error
	timedOut := errors.Is(err, context.DeadlineExceeded) || errors.As(err, &timeout) && timeout.Timeout()
	var noHost *net.DNSError
	var badCertificate *tls.CertificateVerificationError
	switch {
	case errors.Is(err, context.Canceled):
		return downstream(499, err, "the request was cancelled")
	case errors.Is(err, httpclient.ErrResponseBodyTooLarge):
		return downstream(http.StatusBadGateway, err, "the answer of %s is larger than %d MB; ask for a shorter time range, a coarser bucket or fewer artists", at, maxAnswer>>20)
	case timedOut && waited == importTimeout:
		return downstream(http.StatusGatewayTimeout, err, "Encore at %s was not done within %s; the list of imports says what became of it. Split the file if it is too much at once", at, waited)
	case timedOut:
		return downstream(http.StatusGatewayTimeout, err, "Encore at %s did not answer within %s; try a shorter time range, or raise the timeout in the data source's settings", at, waited)
	case errors.As(err, &noHost):
		return downstream(http.StatusBadGateway, err, "no host is called %s; correct the URL in the data source's settings", c.base.Hostname())
	case errors.Is(err, syscall.ECONNREFUSED):
		return downstream(http.StatusBadGateway, err, "nothing listens at %s; start the Encore service, or correct the URL in the data source's settings", at)
	case errors.Is(err, syscall.EHOSTUNREACH), errors.Is(err, syscall.ENETUNREACH):
		return downstream(http.StatusBadGateway, err, "this Grafana has no way to %s; correct the URL in the data source's settings, or open the network", at)
	case errors.Is(err, http.ErrSchemeMismatch):
		return downstream(http.StatusBadGateway, err, "%s speaks plain http; write http:// in the URL of the data source's settings", at)
	case errors.As(err, &badCertificate):
		return downstream(http.StatusBadGateway, err, "the certificate of %s is not trusted: %s", at, badCertificate.Err)
	}
	return downstream(http.StatusBadGateway, err, "the connection to %s broke off (%s); try again, and look at the Encore service's log if it stays so", at, err)
}

// refusal is nil for a JSON answer with a 2xx status and for one without content, else what the service says is wrong.
func (c *client) refusal(got answer) error {
	if got.status == http.StatusNoContent || got.status < 300 && got.json() {
		return nil
	}
	var said struct {
		Message string `json:"message"`
	}
	readable := got.json() && json.Unmarshal(got.body, &said) == nil && said.Message != ""
	at := c.base.Redacted()
	switch {
	case got.status == http.StatusUnauthorized:
		return downstream(got.status, nil, "Encore at %s refuses the API key%s; copy it again from the file api-key in Encore's data folder into the data source's settings", at, because(said.Message))
	case got.status == http.StatusServiceUnavailable:
		return downstream(got.status, nil, "Encore at %s is not ready%s; try again in a moment", at, because(said.Message))
	case got.status >= 400 && readable:
		return downstream(got.status, nil, "%s", said.Message)
	}
	return downstream(http.StatusBadGateway, nil, "%s answers with status %d and the content type %q, which is not Encore's way; correct the URL in the data source's settings", at, got.status, got.contentType)
}

func because(message string) string {
	if message == "" {
		return ""
	}
	return " (" + message + ")"
}

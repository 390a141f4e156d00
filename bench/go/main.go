// Command client measures what the data source's process adds to a query: it calls QueryData of the built binary over
// gRPC, the way Grafana does, in turn with the same POST to the service, and prints both medians in milliseconds.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/grpcplugin"
	"github.com/grafana/grafana-plugin-sdk-go/genproto/pluginv2"
	"github.com/hashicorp/go-hclog"
	goplugin "github.com/hashicorp/go-plugin"
)

type request struct {
	Queries []struct {
		RefID     string          `json:"refId"`
		QueryType string          `json:"queryType"`
		Params    json.RawMessage `json:"params"`
	} `json:"queries"`
	TimeRange struct {
		From int64 `json:"from"`
		To   int64 `json:"to"`
	} `json:"timeRange"`
}

func main() {
	binary := flag.String("binary", "", "the built data source")
	url := flag.String("url", "", "address of the service")
	calls := flag.Int("calls", 1000, "calls of each kind")
	body := flag.String("body", "", "the query as the service takes it")
	flag.Parse()
	if err := run(*binary, *url, *body, *calls); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(binary, url, body string, calls int) error {
	client := goplugin.NewClient(&goplugin.ClientConfig{
		HandshakeConfig: goplugin.HandshakeConfig{
			ProtocolVersion:  grpcplugin.ProtocolVersion,
			MagicCookieKey:   grpcplugin.MagicCookieKey,
			MagicCookieValue: grpcplugin.MagicCookieValue,
		},
		Plugins:          goplugin.PluginSet{"data": &grpcplugin.DataGRPCPlugin{}},
		Cmd:              exec.Command(binary),
		AllowedProtocols: []goplugin.Protocol{goplugin.ProtocolGRPC},
		Logger:           hclog.NewNullLogger(),
	})
	defer client.Kill()
	protocol, err := client.Client()
	if err != nil {
		return fmt.Errorf("start %s: %w", binary, err)
	}
	raw, err := protocol.Dispense("data")
	if err != nil {
		return err
	}
	data, ok := raw.(grpcplugin.DataClient)
	if !ok {
		return errors.New("the binary has no data service")
	}
	question, err := grpcRequest(url, body)
	if err != nil {
		return err
	}
	viaGRPC := func() error { return queryData(data, question) }
	direct := func() error { return post(url, body) }
	return measure(viaGRPC, direct, calls)
}

// measure calls both in turn, so that whatever else the machine does meets both alike.
func measure(viaGRPC, direct func() error, calls int) error {
	var grpcTimes, postTimes []float64
	const warmUp = 50
	for i := range calls + warmUp {
		grpcTime, err := timed(viaGRPC)
		if err != nil {
			return err
		}
		postTime, err := timed(direct)
		if err != nil {
			return err
		}
		if i >= warmUp {
			grpcTimes, postTimes = append(grpcTimes, grpcTime), append(postTimes, postTime)
		}
	}
	return json.NewEncoder(os.Stdout).Encode(map[string]float64{"grpc": median(grpcTimes), "post": median(postTimes)})
}

func timed(call func() error) (float64, error) {
	started := time.Now()
	err := call()
	return float64(time.Since(started).Microseconds()) / 1000, err
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

func grpcRequest(url, body string) (*pluginv2.QueryDataRequest, error) {
	var parsed request
	if err := json.Unmarshal([]byte(body), &parsed); err != nil {
		return nil, fmt.Errorf("body: %w", err)
	}
	settings, err := json.Marshal(map[string]string{"apiUrl": url})
	if err != nil {
		return nil, err
	}
	result := &pluginv2.QueryDataRequest{
		PluginContext: &pluginv2.PluginContext{
			OrgId:    1,
			PluginId: "encore-career-datasource",
			DataSourceInstanceSettings: &pluginv2.DataSourceInstanceSettings{
				Id: 1, Uid: "encore", Name: "Encore", JsonData: settings,
				DecryptedSecureJsonData: map[string]string{"apiKey": os.Getenv("ENCORE_API_KEY")},
				LastUpdatedMS:           1,
			},
		},
	}
	for _, one := range parsed.Queries {
		query, err := json.Marshal(map[string]any{"params": one.Params})
		if err != nil {
			return nil, err
		}
		result.Queries = append(result.Queries, &pluginv2.DataQuery{
			RefId: one.RefID, QueryType: one.QueryType, MaxDataPoints: 1000, IntervalMS: 86_400_000, Json: query,
			TimeRange: &pluginv2.TimeRange{FromEpochMS: parsed.TimeRange.From, ToEpochMS: parsed.TimeRange.To},
		})
	}
	return result, nil
}

func queryData(client grpcplugin.DataClient, question *pluginv2.QueryDataRequest) error {
	answer, err := client.QueryData(context.Background(), question)
	if err != nil {
		return err
	}
	for refID, response := range answer.Responses {
		if response.Error != "" {
			return fmt.Errorf("%s: %s", refID, response.Error)
		}
	}
	return nil
}

func post(url, body string) error {
	question, err := http.NewRequest(http.MethodPost, url+"/v1/grafana/query", bytes.NewBufferString(body))
	if err != nil {
		return err
	}
	question.Header.Set("Authorization", "Bearer "+os.Getenv("ENCORE_API_KEY"))
	question.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(question)
	if err != nil {
		return err
	}
	defer func() { _ = answer.Body.Close() }()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		return err
	}
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("HTTP %d", answer.StatusCode)
	}
	return nil
}

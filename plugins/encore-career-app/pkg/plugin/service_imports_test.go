//go:build service

package plugin

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// write makes a writing call as a user of the role and reads the JSON of its answer, whatever its status; an answer
// without one, such as that to a deletion, leaves into as it is.
func write(t *testing.T, role, method, path, contentType string, body []byte, into any) int {
	t.Helper()
	plugin, at := overGRPC(t), running()
	at.User = &backend.User{Login: "u", Role: role}
	sum := sha256.Sum256(body)
	req := &backend.CallResourceRequest{
		PluginContext: at, Method: method, Path: path, URL: path, Body: body,
		Headers: map[string][]string{"Content-Type": {contentType}, "X-Content-Sha256": {hex.EncodeToString(sum[:])}},
	}
	status := 0
	err := plugin.CallResource(context.Background(), req, backend.CallResourceResponseSenderFunc(func(res *backend.CallResourceResponse) error {
		status = res.Status
		if len(res.Body) == 0 {
			return nil
		}
		return json.Unmarshal(res.Body, into)
	}))
	if err != nil {
		t.Fatalf("%s %s: %v", method, path, err)
	}
	return status
}

type report struct {
	Message       string
	UploadID      string `json:"uploadId"`
	PartBytes     int    `json:"partBytes"`
	ImportID      string `json:"importId"`
	Read          int
	Added         int
	Unchanged     int
	RejectedCount int `json:"rejectedCount"`
	Rejected      []struct {
		Line   int
		Reason string
	}
}

// A file that is larger than one part goes through Go to the service and is read there: every row once.
func TestServiceTakesAnUploadInParts(t *testing.T) {
	var begun report
	if status := write(t, "Editor", "POST", "imports/uploads", "application/json", []byte(`{"fileName":"shows.csv"}`), &begun); status != 201 {
		t.Fatalf("%d %s", status, begun.Message)
	}
	if begun.PartBytes != maxUpload {
		t.Errorf("the service takes parts of %d bytes, the data source passes %d on", begun.PartBytes, maxUpload)
	}
	var file bytes.Buffer
	file.WriteString("gig_id,date,location,notes\n")
	rows, wide := 3000, strings.Repeat("x", 3000)
	for i := range rows {
		fmt.Fprintf(&file, "g%d,2021-%02d-%02d,Berlin,%s\n", i, i%12+1, i%28+1, wide)
	}
	file.WriteString("late,2021-13-01,Berlin,\n")
	upload := "imports/uploads/" + begun.UploadID
	for n, rest := 1, file.Bytes(); len(rest) > 0; n++ {
		part := rest[:min(len(rest), maxUpload)]
		rest = rest[len(part):]
		var stored report
		if status := write(t, "Editor", "PUT", fmt.Sprintf("%s/parts/%d", upload, n), "application/octet-stream", part, &stored); status != 200 {
			t.Fatalf("part %d: %d %s", n, status, stored.Message)
		}
	}
	finish := []byte(`{"format":"gigs","artist":"parts-test","create":true,"name":"Parts Test"}`)
	var done report
	if status := write(t, "Editor", "POST", upload+"/finish", "application/json", finish, &done); status != 200 {
		t.Fatalf("%d %s", status, done.Message)
	}
	if done.Read != rows+1 || done.Added != rows || done.RejectedCount != 1 || done.Rejected[0].Line != rows+2 {
		t.Errorf("%+v", done)
	}
	var listed struct {
		Imports []struct {
			ImportID string `json:"importId"`
			Status   string
		}
	}
	resourceJSON(t, overGRPC(t), running(), "imports", &listed)
	if len(listed.Imports) == 0 || listed.Imports[0].ImportID != done.ImportID || listed.Imports[0].Status != "done" {
		t.Errorf("%+v", listed)
	}
}

func TestServiceIsNotReachedByAViewerWhoWrites(t *testing.T) {
	var refused report
	if status := write(t, "Viewer", "POST", "imports/uploads", "application/json", []byte(`{"fileName":"shows.csv"}`), &refused); status != 403 {
		t.Errorf("status %d", status)
	}
	mentions(t, refused.Message, "Editor or Admin")
}

func TestServiceRefusesAPartThatArrivesDamaged(t *testing.T) {
	var begun, refused report
	write(t, "Admin", "POST", "imports/uploads", "application/json", []byte(`{"fileName":"a.csv"}`), &begun)
	plugin, at := overGRPC(t), running()
	at.User = &backend.User{Login: "u", Role: "Admin"}
	path := "imports/uploads/" + begun.UploadID + "/parts/1"
	req := &backend.CallResourceRequest{
		PluginContext: at, Method: "PUT", Path: path, URL: path, Body: []byte("a,b"),
		Headers: map[string][]string{"Content-Type": {"application/octet-stream"}, "X-Content-Sha256": {strings.Repeat("0", 64)}},
	}
	err := plugin.CallResource(context.Background(), req, backend.CallResourceResponseSenderFunc(func(res *backend.CallResourceResponse) error {
		if res.Status != 400 {
			t.Errorf("status %d", res.Status)
		}
		return json.Unmarshal(res.Body, &refused)
	}))
	if err != nil {
		t.Fatal(err)
	}
	mentions(t, refused.Message, "damaged", "send it again")
}

package plugin

import (
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

func TestLoadSettingsReadsWhatTheConfigurationPageSaves(t *testing.T) {
	instance := settingsFor(" http://127.0.0.1:8080/encore/ ", 12)
	instance.DecryptedSecureJSONData["apiKey"] = testKey + "\n"
	got, err := loadSettings(instance)
	if err != nil {
		t.Fatal(err)
	}
	if got.base.String() != "http://127.0.0.1:8080/encore" || got.timeout != 12*time.Second || got.apiKey != testKey {
		t.Errorf("%+v", got)
	}
}

func TestLoadSettingsWaitsThirtySecondsUnlessTold(t *testing.T) {
	instance := settingsFor("", 0)
	instance.JSONData = []byte(`{"apiUrl":"http://h"}`)
	got, err := loadSettings(instance)
	if err != nil || got.timeout != 30*time.Second {
		t.Errorf("%v, %v", got.timeout, err)
	}
}

func TestLoadSettingsNamesTheFieldToCorrect(t *testing.T) {
	for saved, says := range map[string]string{
		``:                                     "URL: none is saved",
		`{}`:                                   "URL: none is saved",
		`{"apiUrl":"localhost:8080"}`:          "URL: \"localhost:8080\" is not an address",
		`{"apiUrl":"ftp://h"}`:                 "URL: \"ftp://h\" is not an address",
		`{"apiUrl":"http://:8080"}`:            "is not an address",
		`{"apiUrl":"http://u:p@h"}`:            "URL: enter the address without user name",
		`{"apiUrl":"http://h?key=1"}`:          "URL: enter the address without",
		`{"apiUrl":"http://h","timeout":0}`:    "Timeout: enter 1 to 300 seconds",
		`{"apiUrl":"http://h","timeout":9999}`: "Timeout: enter 1 to 300 seconds",
		`{"apiUrl":7}`:                         "settings can't be read",
		`{"apiUrl":"http://h","timeout":"30"}`: "settings can't be read",
	} {
		instance := backend.DataSourceInstanceSettings{JSONData: []byte(saved), DecryptedSecureJSONData: map[string]string{"apiKey": testKey}}
		_, err := loadSettings(instance)
		if err == nil {
			t.Errorf("%s is accepted", saved)
			continue
		}
		mentions(t, err.Error(), says)
		if !backend.IsDownstreamError(err) {
			t.Errorf("%s: a setting is no fault of the plugin", saved)
		}
	}
	instance := settingsFor("http://h", 5)
	instance.DecryptedSecureJSONData = nil
	_, err := loadSettings(instance)
	mentions(t, err.Error(), "API key: none is saved", "api-key")
}

func TestWrongSettingsAreAnsweredInEveryPanel(t *testing.T) {
	ds := dataSource(t, settingsFor("", 5))
	got := ask(t, ds, queryOf("A", "series", `{}`), queryOf("B", "series", `{}`))
	for _, refID := range []string{"A", "B"} {
		mentions(t, got[refID].Error.Error(), "URL: none is saved")
		if got[refID].Status != 400 || got[refID].ErrorSource != backend.ErrorSourceDownstream {
			t.Errorf("%+v", got[refID])
		}
	}
}

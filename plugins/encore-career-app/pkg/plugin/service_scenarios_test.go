//go:build service

package plugin

import (
	"encoding/json"
	"testing"
)

type scenarios struct {
	Scenarios []struct{ ID, Name, Artist string }
}

// A scenario is saved, listed and deleted through Go by an editor; a viewer reads the list and changes nothing.
func TestServiceKeepsScenariosForEditors(t *testing.T) {
	plugin, at := overGRPC(t), running()
	var artists struct {
		Options []struct{ Value string }
	}
	resourceJSON(t, plugin, at, "options/artists", &artists)
	artist := artists.Options[0].Value
	body, _ := json.Marshal(map[string]any{"artist": artist, "name": "Busy", "definition": map[string]int{"gigs": 2}})

	var refused report
	if status := write(t, "Viewer", "POST", "scenarios", "application/json", body, &refused); status != 403 {
		t.Errorf("a viewer saves: %d", status)
	}
	mentions(t, refused.Message, "Editor or Admin")

	var saved struct{ ID, Message string }
	if status := write(t, "Editor", "POST", "scenarios", "application/json", body, &saved); status != 201 {
		t.Fatalf("%d %s", status, saved.Message)
	}
	path := "scenarios/" + saved.ID
	if status := write(t, "Viewer", "DELETE", path, "", nil, &refused); status != 403 {
		t.Errorf("a viewer deletes: %d", status)
	}
	var listed scenarios
	resourceJSON(t, plugin, at, "scenarios", &listed)
	if len(listed.Scenarios) != 1 || listed.Scenarios[0].ID != saved.ID || listed.Scenarios[0].Artist != artist {
		t.Errorf("%+v", listed)
	}

	if status := write(t, "Editor", "DELETE", path, "", nil, nil); status != 204 {
		t.Errorf("an editor deletes: %d", status)
	}
	listed = scenarios{}
	resourceJSON(t, plugin, at, "scenarios", &listed)
	if len(listed.Scenarios) != 0 {
		t.Errorf("%+v", listed)
	}
}

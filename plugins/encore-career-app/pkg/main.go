// Command gpx_encore_career is the backend of the Encore Career data source.
package main

import (
	"os"

	"github.com/grafana/grafana-plugin-sdk-go/backend/datasource"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"

	"github.com/encore-music/encore-career-app/pkg/plugin"
)

func main() {
	if err := datasource.Manage("encore-career-datasource", plugin.NewDatasource, datasource.ManageOpts{}); err != nil {
		log.DefaultLogger.Error("the data source has stopped", "error", err)
		os.Exit(1)
	}
}

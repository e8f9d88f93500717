//go:build tools

// Package tools pins the LiveKit server that `npm start` builds when none is installed.
package tools

import _ "github.com/livekit/livekit-server/cmd/server"

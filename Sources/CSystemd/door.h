// The journal and the service manager, as a service speaks to them.
#pragma once
#define SD_JOURNAL_SUPPRESS_LOCATION
#include <systemd/sd-daemon.h>
#include <systemd/sd-journal.h>

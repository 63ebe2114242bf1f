package dev.callboard.local.demo;

import dev.callboard.local.platform.RunningPlatform;
import dev.callboard.local.platform.StatusRow;

import java.time.Duration;
import java.util.List;

/** The instances of report-service, which draw; one of them is killed to show that nothing is lost. */
record ReportWorkers(RunningPlatform platform) implements PayScene.Workers {
    private static final String SERVICE = "report-service";

    @Override
    public void scale(int count) {
        platform.scale(SERVICE, count);
        Pause.until(
                count + " report workers",
                Duration.ofSeconds(60),
                () -> running().size() == count);
    }

    @Override
    public long killOne() {
        long pid = running().getLast().pid();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        return pid;
    }

    private List<StatusRow> running() {
        return platform.status().stream()
                .filter(row -> row.component().equals(SERVICE) && row.state().equals("ready"))
                .toList();
    }
}

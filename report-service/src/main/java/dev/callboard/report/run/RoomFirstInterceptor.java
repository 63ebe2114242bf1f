package dev.callboard.report.run;

import dev.callboard.report.room.Share;
import dev.callboard.report.run.ReportRunsResource.NewReportRun;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

import static dev.callboard.report.room.Room.Use.RUNS;

/** After authentication; before idempotency, which has {@code PLATFORM_BEFORE + 100}, so also before validation. */
@Interceptor
@RoomFirst
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 50)
class RoomFirstInterceptor {
    @Inject
    Share share;

    /** @throws dev.callboard.kit.problem.Problem UNAVAILABLE */
    @AroundInvoke
    @Nullable
    Object around(InvocationContext call) throws Exception {
        for (var parameter : call.getParameters())
            if (parameter instanceof NewReportRun request && request.writesDown())
                share.take(RUNS, ReportRuns.ROOM_OF_EVERYBODY);
        return call.proceed();
    }
}

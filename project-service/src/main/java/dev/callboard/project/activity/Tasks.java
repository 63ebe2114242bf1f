package dev.callboard.project.activity;

import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.Problem;
import dev.callboard.project.activity.Activity.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.util.UUID;

/** The parts of an activity. They are its children: a change to one raises the activity's version. */
@ApplicationScoped
class Tasks {
    private static final int MOST = 200;

    @Inject
    Activities activities;

    /** @throws Problem INVALID beyond 200 tasks */
    @Transactional
    Activity add(UUID id, String title) {
        var activity = activities.load(id);
        if (activity.tasks.size() == MOST)
            throw CommonProblem.INVALID.because("The activity has %d tasks (expected: at most that)".formatted(MOST));
        activity.addTask(Ids.next(), title.strip());
        activities.flush();
        return activity;
    }

    /** @throws Problem PRECONDITION_FAILED, NOT_FOUND */
    @Transactional
    Activity change(UUID id, IfMatch ifMatch, Task changed) {
        var activity = activities.load(id);
        ifMatch.mustBe(activity.version);
        if (!activity.changeTask(changed)) throw CommonProblem.NOT_FOUND.of("task");
        activities.flush();
        return activity;
    }

    /** @throws Problem PRECONDITION_FAILED, NOT_FOUND */
    @Transactional
    void remove(UUID id, IfMatch ifMatch, UUID taskId) {
        var activity = activities.load(id);
        ifMatch.mustBe(activity.version);
        if (!activity.removeTask(taskId)) throw CommonProblem.NOT_FOUND.of("task");
        activities.flush();
    }

    /** @throws Problem NOT_FOUND */
    static Task find(Activity activity, UUID taskId) {
        return activity.tasks.stream()
                .filter(task -> task.id().equals(taskId))
                .findFirst()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.of("task"));
    }
}

package dev.callboard.project.opening;

import dev.callboard.contracts.account.FundsCommand.CaptureFunds;
import dev.callboard.contracts.account.FundsCommand.ReleaseFunds;
import dev.callboard.contracts.account.FundsCommand.ReserveFunds;
import dev.callboard.kit.saga.Next;
import dev.callboard.kit.saga.Status;
import dev.callboard.project.opening.OpeningProject.ActivateProject;
import dev.callboard.project.opening.OpeningProject.CaptureDeclined;
import dev.callboard.project.opening.OpeningProject.Captured;
import dev.callboard.project.opening.OpeningProject.Capturing;
import dev.callboard.project.opening.OpeningProject.Declined;
import dev.callboard.project.opening.OpeningProject.Opened;
import dev.callboard.project.opening.OpeningProject.Opening;
import dev.callboard.project.opening.OpeningProject.RefuseProject;
import dev.callboard.project.opening.OpeningProject.Refused;
import dev.callboard.project.opening.OpeningProject.Released;
import dev.callboard.project.opening.OpeningProject.Releasing;
import dev.callboard.project.opening.OpeningProject.Reply;
import dev.callboard.project.opening.OpeningProject.Reserved;
import dev.callboard.project.opening.OpeningProject.ReservingFunds;
import dev.callboard.project.opening.OpeningProject.SuspendProject;
import dev.callboard.project.opening.OpeningProject.Suspended;
import dev.callboard.project.opening.OpeningProject.Unanswered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The opening of The Salt Road, every state against everything that can be heard. */
class OpeningProjectTest {
    private static final UUID SAGA = new UUID(0, 1);
    private static final UUID THE_SALT_ROAD = new UUID(0, 2);
    private static final UUID NORRSKEN = new UUID(0, 3);
    private static final UUID HOLD = new UUID(0, 4);
    private static final Opening OPENING = new Opening(SAGA, THE_SALT_ROAD, NORRSKEN);

    private static final OpeningProject RESERVING = new ReservingFunds(OPENING);
    private static final OpeningProject CAPTURING = new Capturing(OPENING, HOLD, 1);
    private static final OpeningProject CAPTURING_AGAIN = new Capturing(OPENING, HOLD, 2);
    private static final OpeningProject CAPTURING_FOR_LONG = new Capturing(OPENING, HOLD, OpeningProject.ASKED_AT_MOST);
    private static final OpeningProject OPENED = new Opened(OPENING);
    private static final OpeningProject REFUSED = new Refused(OPENING, "card_declined", "The card was declined");
    private static final OpeningProject SUSPENDED = new Suspended(OPENING, "expired", "The hold has expired");
    private static final OpeningProject REFUSING = releasing(false, 1);
    private static final OpeningProject REFUSING_FOR_LONG = releasing(false, OpeningProject.ASKED_AT_MOST);
    private static final OpeningProject SUSPENDING = new Releasing(OPENING, true, "expired", "The hold has expired", 1);

    private static final Reply RESERVED = new Reserved(HOLD);
    private static final Reply DECLINED = new Declined("card_declined", "The card was declined");
    private static final Reply CAPTURED = new Captured();
    private static final Reply CAPTURE_DECLINED = new CaptureDeclined("expired", "The hold has expired");
    private static final Reply RELEASED = new Released();
    private static final Reply UNANSWERED = new Unanswered();

    private static final List<OpeningProject> STATES = List.of(
            RESERVING,
            CAPTURING,
            CAPTURING_FOR_LONG,
            OPENED,
            REFUSED,
            SUSPENDED,
            REFUSING,
            REFUSING_FOR_LONG,
            SUSPENDING);
    private static final List<Reply> REPLIES =
            List.of(RESERVED, DECLINED, CAPTURED, CAPTURE_DECLINED, RELEASED, UNANSWERED);

    private static final CaptureFunds CAPTURE = new CaptureFunds(SAGA, NORRSKEN);
    private static final ReleaseFunds RELEASE = new ReleaseFunds(SAGA, NORRSKEN);

    private record Arrow(OpeningProject from, Reply reply, Next to) {}

    private static final String LATE = "The payment was not confirmed within 45 seconds";

    private static final Next SUSPEND = Next.to(
                    SUSPENDING, RELEASE, new SuspendProject(THE_SALT_ROAD, "expired", "The hold has expired"))
            .within(OpeningProject.AGAIN);

    private static final List<Arrow> ARROWS = List.of(
            new Arrow(
                    RESERVING,
                    RESERVED,
                    Next.to(CAPTURING, new ActivateProject(THE_SALT_ROAD), CAPTURE)
                            .within(OpeningProject.AGAIN)),
            new Arrow(
                    RESERVING,
                    DECLINED,
                    Next.to(REFUSED, new RefuseProject(THE_SALT_ROAD, "card_declined", "The card was declined"))
                            .compensated()),
            new Arrow(
                    RESERVING,
                    UNANSWERED,
                    Next.to(
                                    new Releasing(OPENING, false, "payment_not_confirmed", LATE, 1),
                                    RELEASE,
                                    new RefuseProject(THE_SALT_ROAD, "payment_not_confirmed", LATE))
                            .within(OpeningProject.AGAIN)),
            new Arrow(CAPTURING, CAPTURED, Next.to(OPENED).completed()),
            new Arrow(CAPTURING_FOR_LONG, CAPTURED, Next.to(OPENED).completed()),
            new Arrow(CAPTURING, CAPTURE_DECLINED, SUSPEND),
            new Arrow(CAPTURING_FOR_LONG, CAPTURE_DECLINED, SUSPEND),
            new Arrow(CAPTURING, UNANSWERED, Next.to(CAPTURING_AGAIN, CAPTURE).within(OpeningProject.AGAIN)),
            new Arrow(
                    CAPTURING_FOR_LONG,
                    UNANSWERED,
                    Next.to(CAPTURING_FOR_LONG).parked("The account has not answered the capture, asked 30 times")),
            new Arrow(REFUSING, RELEASED, Next.to(REFUSED).compensated()),
            new Arrow(REFUSING_FOR_LONG, RELEASED, Next.to(REFUSED).compensated()),
            new Arrow(SUSPENDING, RELEASED, Next.to(SUSPENDED).compensated()),
            new Arrow(
                    REFUSING, UNANSWERED, Next.to(releasing(false, 2), RELEASE).within(OpeningProject.AGAIN)),
            new Arrow(
                    SUSPENDING,
                    UNANSWERED,
                    Next.to(new Releasing(OPENING, true, "expired", "The hold has expired", 2), RELEASE)
                            .within(OpeningProject.AGAIN)),
            new Arrow(
                    REFUSING_FOR_LONG,
                    UNANSWERED,
                    Next.to(REFUSING_FOR_LONG)
                            .parked("The account has not confirmed that the money is back, asked 30 times")),
            new Arrow(REFUSED, RESERVED, Next.to(REFUSING, RELEASE).within(OpeningProject.AGAIN)));

    private static Releasing releasing(boolean wasOpen, int asked) {
        return new Releasing(OPENING, wasOpen, "card_declined", "The card was declined", asked);
    }

    static Stream<Arguments> everyStateAndReply() {
        return STATES.stream().flatMap(state -> REPLIES.stream().map(reply -> Arguments.of(state, reply)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndReply")
    void every_state_answers_every_reply_as_the_diagram_says_or_stays(OpeningProject state, Reply reply) {
        var drawn = ARROWS.stream()
                .filter(arrow -> arrow.from().equals(state) && arrow.reply().equals(reply))
                .map(Arrow::to)
                .findFirst();

        assertThat(OpeningProject.after(state, reply)).isEqualTo(drawn.orElse(Next.to(state)));
    }

    @Test
    void the_table_of_this_test_names_every_kind_of_state_and_reply() {
        assertThat(STATES.stream().map(Object::getClass).distinct())
                .hasSize(OpeningProject.class.getPermittedSubclasses().length);
        assertThat(REPLIES).hasSize(Reply.class.getPermittedSubclasses().length);
    }

    @Test
    void an_opening_begins_by_reserving_its_price_for_a_limited_time() {
        var first = OpeningProject.begin(OPENING, 490_000, "SEK");

        assertThat(first)
                .isEqualTo(Next.to(RESERVING, new ReserveFunds(SAGA, NORRSKEN, THE_SALT_ROAD, 490_000, "SEK"))
                        .within(OpeningProject.PATIENCE));
    }

    @Test
    void an_opening_is_not_undone_before_the_account_has_said_that_the_money_is_back() {
        var refused = OpeningProject.after(RESERVING, UNANSWERED);
        assertThat(refused.status()).isEqualTo(Status.RUNNING);

        var late = OpeningProject.after((OpeningProject) refused.state(), RESERVED);
        assertThat(late).as("its release was asked for already").isEqualTo(Next.to(refused.state()));

        var released = OpeningProject.after((OpeningProject) late.state(), RELEASED);
        assertThat(released.status()).isEqualTo(Status.COMPENSATED);
    }

    /** All orders of up to four replies: whatever is repeated, late or lost, it never ends with money kept for nothing. */
    @Test
    void in_every_order_of_replies_a_project_is_open_or_its_money_was_asked_back() {
        walk(OpeningProject.begin(OPENING, 490_000, "SEK"), List.of(), List.of(), 4);
    }

    private static void walk(Next step, List<Reply> heard, List<Object> asked, int depth) {
        var all = Stream.concat(asked.stream(), step.commands().stream()).toList();
        var state = (OpeningProject) step.state();
        if (state instanceof Suspended || state instanceof Releasing)
            assertThat(all).contains(RELEASE);
        if (state instanceof Refused
                && (heard.contains(RESERVED) || heard.getFirst().equals(UNANSWERED)))
            assertThat(all).as("after %s", heard).contains(RELEASE);
        if (state instanceof Opened || state instanceof Capturing)
            assertThat(all).contains(new ActivateProject(THE_SALT_ROAD), CAPTURE);
        if (depth == 0) return;
        for (var reply : REPLIES) {
            var more = Stream.concat(heard.stream(), Stream.of(reply)).toList();
            walk(OpeningProject.after(state, reply), more, all, depth - 1);
        }
    }

    @ParameterizedTest
    @MethodSource("statesThatAnOperatorMayGiveUp")
    void an_operator_who_gives_up_asks_for_the_money_back(OpeningProject state) {
        assertThat(OpeningProject.compensate(state).commands()).contains(RELEASE);
        assertThat(OpeningProject.compensate(state).state()).isInstanceOf(Releasing.class);
    }

    static Stream<OpeningProject> statesThatAnOperatorMayGiveUp() {
        return Stream.of(RESERVING, CAPTURING, REFUSED, SUSPENDED, REFUSING_FOR_LONG, SUSPENDING);
    }

    @Test
    void what_was_paid_and_opened_is_not_given_up() {
        assertThat(OpeningProject.compensate(OPENED)).isEqualTo(Next.to(OPENED));
    }
}

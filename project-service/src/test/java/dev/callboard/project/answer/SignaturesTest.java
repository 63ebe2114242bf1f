package dev.callboard.project.answer;

import dev.callboard.project.call.Call;
import dev.callboard.project.call.SaltRoad;
import org.junit.jupiter.api.Test;

import java.util.Base64;
import java.util.UUID;

import static dev.callboard.project.call.SaltRoad.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignaturesTest {
    private final Signatures ours = new Signatures("a secret of more than thirty-two characters");
    private final Signatures theirs = new Signatures("another secret of thirty-two characters or more");
    private final Call call = SaltRoad.call(SaltRoad.boAt("2027-10-30T18:00"));

    @Test
    void a_link_leads_to_its_call_until_the_day_is_over() {
        var token = ours.link(call);
        var link = ours.readLink(token).orElseThrow();
        assertThat(link.callId()).isEqualTo(call.id());
        assertThat(link.expiresAt()).isEqualTo(at("2027-10-31T06:00"));
        assertThat(ours.isFor(link, call)).isTrue();
        assertThat(token).hasSize(51).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void a_link_signed_by_somebody_else_is_no_link() {
        var link = ours.readLink(theirs.link(call)).orElseThrow();
        assertThat(ours.isFor(link, call)).isFalse();
    }

    @Test
    void no_bit_of_a_link_can_be_changed() {
        var bytes = Base64.getUrlDecoder().decode(ours.link(call));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            var forged = bytes.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            var link = ours.readLink(Base64.getUrlEncoder().withoutPadding().encodeToString(forged));
            assertThat(link.filter(l -> ours.isFor(l, call))).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void a_link_for_one_version_or_person_is_none_for_another() {
        var link = ours.readLink(ours.link(call)).orElseThrow();
        var nextVersion = SaltRoad.call(SaltRoad.boAt("2027-10-30T18:00"), 2, SaltRoad.CALL);
        assertThat(ours.isFor(link, nextVersion)).isFalse();
        var belongs = call.belongs();
        var somebodyElse = Call.publish(
                call.id(),
                call.series(),
                1,
                new Call.Belongs(belongs.accountId(), belongs.projectId(), belongs.unitId(), SaltRoad.ASA, null),
                1,
                call.brief(),
                call.answerBy(),
                call.publishedAt());
        assertThat(ours.isFor(link, somebodyElse)).isFalse();
    }

    @Test
    void what_is_not_even_a_link_is_refused_without_a_look() {
        assertThat(ours.readLink("")).isEmpty();
        assertThat(ours.readLink("not base64 at all")).isEmpty();
        assertThat(ours.readLink(ours.link(call) + "A")).isEmpty();
        assertThat(ours.readLink("A".repeat(10_000))).isEmpty();
    }

    @Test
    void a_message_id_comes_back_quoted_in_a_header_and_in_another_case() {
        var id = ours.messageId(call, 0, "norrsken.example");
        assertThat(ours.callOfMessage("<other@x.example> <" + id + ">")).contains(call.id());
        assertThat(ours.callOfMessage("<" + id.toUpperCase(java.util.Locale.ROOT) + ">"))
                .contains(call.id());
        assertThat(theirs.callOfMessage("<" + id + ">")).isEmpty();
    }

    @Test
    void a_message_id_is_no_calendar_event_and_the_other_way_round() {
        var message = ours.messageId(call, 0, "norrsken.example");
        var event = ours.event(call.id(), "norrsken.example");
        assertThat(ours.seriesOfEvent(event)).contains(call.id());
        assertThat(ours.seriesOfEvent("s" + message.substring(1).replaceFirst("\\.\\d+@", "@")))
                .isEmpty();
        assertThat(ours.callOfMessage(event.replaceFirst("^s", "c").replace("@", ".0@")))
                .isEmpty();
    }

    @Test
    void a_forged_event_is_nobodys() {
        var forged = ours.event(UUID.randomUUID(), "x").replaceFirst("^s[0-9a-f]{32}", "s" + "0".repeat(32));
        assertThat(ours.seriesOfEvent(forged)).isEmpty();
    }

    @Test
    void a_short_secret_is_refused_at_the_start() {
        assertThatThrownBy(() -> new Signatures("short")).hasMessageContaining("5 characters (expected: 32 or more)");
    }
}

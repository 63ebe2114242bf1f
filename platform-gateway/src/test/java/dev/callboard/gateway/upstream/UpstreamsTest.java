package dev.callboard.gateway.upstream;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

class UpstreamsTest {
    private static final String SERVICE = "report-service";

    private final AtomicLong nanos = new AtomicLong();
    private final Upstreams upstreams = new Upstreams(BalancingPolicy::roundRobin, nanos::get);

    @Test
    void round_robin_goes_a_b_c_a_b_c() {
        announce("a");
        announce("b");
        announce("c");

        assertThat(List.of(next(), next(), next(), next(), next(), next()))
                .containsExactly("a", "b", "c", "a", "b", "c");
    }

    @Test
    void who_is_silent_for_three_seconds_is_left_out_while_another_speaks() {
        announce("a");
        announce("b");
        passes(Duration.ofSeconds(2));
        announce("b");
        passes(Duration.ofSeconds(2));

        assertThat(List.of(next(), next())).containsExactly("b", "b");
        announce("a");
        assertThat(Set.of(next(), next())).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void when_all_fall_silent_the_last_known_are_kept() {
        announce("a");
        announce("b");
        passes(Duration.ofMinutes(1));

        assertThat(Set.of(next(), next())).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void who_says_good_bye_is_forgotten_even_as_the_last() {
        announce("a");
        upstreams.gone(SERVICE, "a");

        assertThat(upstreams.choose(SERVICE, Set.of())).isEmpty();
    }

    @Test
    void a_refused_connection_takes_an_instance_out_and_time_brings_it_back() {
        announce("a");
        announce("b");
        instance("a").refused();

        assertThat(List.of(next(), next(), next())).containsExactly("b", "b", "b");
        passes(Duration.ofMillis(500));
        assertThat(Set.of(next(), next())).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void each_refusal_in_a_row_keeps_it_out_for_longer() {
        announce("a");
        var a = instance("a");
        a.refused();
        passes(Duration.ofMillis(500));
        a.refused();
        passes(Duration.ofMillis(999));
        assertThat(a.isWell()).isFalse();
        passes(Duration.ofMillis(1));
        assertThat(a.isWell()).isTrue();
    }

    @Test
    void three_missed_checks_are_an_illness_and_one_good_one_its_end() {
        announce("a");
        announce("b");
        var a = instance("a");
        a.checked(false);
        a.checked(false);
        assertThat(a.isWell()).isTrue();
        a.checked(false);
        assertThat(List.of(next(), next())).containsExactly("b", "b");
        a.checked(true);
        assertThat(Set.of(next(), next())).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void when_none_is_well_any_is_tried_once() {
        announce("a");
        instance("a").refused();

        var chosen = upstreams.choose(SERVICE, Set.of()).orElseThrow();
        assertThat(chosen.name()).isEqualTo("a");
        assertThat(upstreams.choose(SERVICE, Set.of(chosen))).isEmpty();
    }

    @Test
    void the_same_name_at_another_address_is_a_restarted_instance() {
        announce("a");
        instance("a").refused();
        upstreams.seen(new Announcement(SERVICE, "a", URI.create("http://127.0.0.1:2"), null, "next"));

        assertThat(instance("a").isWell()).isTrue();
        assertThat(instance("a").port()).isEqualTo(2);
    }

    @Test
    void a_listed_name_stands_for_each_of_its_addresses_and_keeps_their_state() {
        var addresses = new NamedAddresses(
                Map.of(SERVICE, NamedAddresses.parse("http://127.0.0.1:81, http://127.0.0.1:82")), upstreams);
        addresses.resolve();
        assertThat(upstreams.known(SERVICE)).extracting(Instance::port).containsExactly(81, 82);

        upstreams.known(SERVICE).getFirst().refused();
        addresses.resolve();
        assertThat(upstreams.known(SERVICE)).extracting(Instance::isWell).containsExactly(false, true);
    }

    private void announce(String name) {
        upstreams.seen(new Announcement(SERVICE, name, URI.create("http://127.0.0.1:1"), null, "test"));
    }

    private Instance instance(String name) {
        return upstreams.known(SERVICE).stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String next() {
        return upstreams.choose(SERVICE, Set.of()).orElseThrow().name();
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}

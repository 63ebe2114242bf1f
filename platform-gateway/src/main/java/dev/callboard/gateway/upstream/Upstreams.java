package dev.callboard.gateway.upstream;

import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The instances of each service. An instance that says good-bye is forgotten; one that falls silent is left out after
 * {@link #SILENCE} as long as another speaks. When all fall silent at once it is more likely that we are deaf, and the
 * last known are kept.
 */
public final class Upstreams {
    static final Duration SILENCE = Duration.ofSeconds(3);
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);
    private static final Logger LOG = Logger.getLogger(Upstreams.class);

    private final ConcurrentMap<String, ConcurrentMap<String, Instance>> announced = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, List<Instance>> listed = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, BalancingPolicy> policies = new ConcurrentHashMap<>();
    private final Supplier<BalancingPolicy> policy;
    private final LongSupplier nanoTime;

    /** @param policy makes the policy of a service: a policy has a memory and is not shared */
    public Upstreams(Supplier<BalancingPolicy> policy, LongSupplier nanoTime) {
        this.policy = policy;
        this.nanoTime = nanoTime;
    }

    /** A heartbeat. The same name at another address is a restarted instance and takes the place of the old one. */
    public void seen(Announcement heard) {
        announced
                .computeIfAbsent(heard.service(), service -> new ConcurrentHashMap<>())
                .compute(heard.instance(), (name, known) -> {
                    var build = Objects.requireNonNullElse(heard.build(), "unknown");
                    if (known == null
                            || !known.url().equals(heard.url())
                            || !known.build().equals(build)) {
                        known = new Instance(heard.service(), name, heard.url(), heard.health(), build, nanoTime);
                        LOG.infof("%s is there, build %s", known, build);
                    }
                    known.seen();
                    return known;
                });
    }

    public void gone(String service, String instance) {
        var left = announced.getOrDefault(service, new ConcurrentHashMap<>()).remove(instance);
        if (left != null) LOG.infof("%s has left", left);
    }

    /** Addresses from configuration or a name service; they stand beside those announced. */
    void listed(String service, List<Instance> instances) {
        listed.put(service, List.copyOf(instances));
    }

    Instance instance(Announcement address) {
        return new Instance(
                address.service(), address.instance(), address.url(), address.health(), "unknown", nanoTime);
    }

    /** Everything known of a service, well or not, by name. */
    public List<Instance> known(String service) {
        var heard = announced.getOrDefault(service, new ConcurrentHashMap<>());
        heard.values().removeIf(instance -> heard.size() > 1 && instance.isSilentFor(FORGOTTEN.toNanos()));
        var speaking = heard.values().stream()
                .filter(instance -> !instance.isSilentFor(SILENCE.toNanos()))
                .toList();
        var instances = new java.util.ArrayList<>(speaking.isEmpty() ? heard.values() : speaking);
        instances.addAll(listed.getOrDefault(service, List.of()));
        instances.sort(Comparator.comparing(Instance::name));
        return instances;
    }

    /**
     * Where the next request goes. When none is well, any is tried: an answer that fails is no worse than none.
     *
     * @param tried already, in vain
     */
    public Optional<Instance> choose(String service, Set<Instance> tried) {
        var left = known(service).stream()
                .filter(instance -> !tried.contains(instance))
                .toList();
        var well = left.stream().filter(Instance::isWell).toList();
        var candidates = well.isEmpty() && tried.isEmpty() ? left : well;
        if (candidates.isEmpty()) return Optional.empty();
        return Optional.of(
                policies.computeIfAbsent(service, name -> policy.get()).choose(candidates));
    }

    public Map<String, List<Instance>> all() {
        var all = new java.util.TreeMap<String, List<Instance>>();
        announced.keySet().forEach(service -> all.put(service, known(service)));
        listed.keySet().forEach(service -> all.put(service, known(service)));
        return all;
    }
}

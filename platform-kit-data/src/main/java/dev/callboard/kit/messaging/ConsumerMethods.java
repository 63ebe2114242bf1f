package dev.callboard.kit.messaging;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The consumers of this service by name, for replays. */
@ApplicationScoped
class ConsumerMethods {
    private final Map<String, ConsumerMethod> byName = new HashMap<>();

    record ConsumerMethod(Bean<?> bean, Method method) {
        Class<?> group() {
            return ConsumerInterceptor.groupOf(method);
        }

        /** Through the bean's interceptors, like a delivery. */
        void call(Envelope<Object> envelope) {
            try {
                method.invoke(
                        Arc.container()
                                .instance(bean.getBeanClass(), Any.Literal.INSTANCE)
                                .get(),
                        envelope);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException failure) throw failure;
                throw new IllegalStateException(e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    void collect(@Observes @Priority(2) StartupEvent start) {
        for (var bean : Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            for (var method : bean.getBeanClass().getDeclaredMethods()) {
                var consumer = method.getAnnotation(Consumer.class);
                if (consumer == null || method.isSynthetic()) continue;
                method.setAccessible(true);
                var other = byName.putIfAbsent(consumer.value(), new ConsumerMethod(bean, method));
                if (other != null && !other.method().equals(method))
                    throw new IllegalStateException("two consumers are named %s: %s and %s"
                            .formatted(consumer.value(), other.method(), method));
            }
        }
    }

    Optional<ConsumerMethod> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}

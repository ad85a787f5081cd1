package org.orderengine.verification.interleave;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Where the commands of a story hand over to one another. */
public final class Switches {

    Switches() {}

    /**
     * A store or a service with a switch before each of its calls. Calls by other threads than those of a story's commands
     * pass straight through.
     *
     * @param type the interface that callers see
     */
    public <T> T before(Class<T> type, T service) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() != Object.class) {
                        Actor.pause(type.getSimpleName() + "." + method.getName());
                    }
                    try {
                        return method.invoke(service, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}

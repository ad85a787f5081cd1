package org.orderengine.testkit.pains;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.orderengine.spi.store.OrderStore;

/** A store that says what it is asked for before it does it; what is thrown then, its caller gets. */
final class ToldStore {

    private ToldStore() {}

    /** A store, and who is told the name of each call. */
    static OrderStore of(OrderStore store, Consumer<String> told) {
        return (OrderStore) Proxy.newProxyInstance(
                OrderStore.class.getClassLoader(), new Class<?>[] {OrderStore.class}, (proxy, method, arguments) -> {
                    told.accept(method.getName());
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}

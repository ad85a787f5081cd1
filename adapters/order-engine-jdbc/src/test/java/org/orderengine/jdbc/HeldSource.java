package org.orderengine.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A pool that can hold a transaction back at its very end: all is written, and the word to commit is not given. */
final class HeldSource {

    private final DataSource source;
    private final AtomicReference<@Nullable Thread> held = new AtomicReference<>();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    HeldSource(DataSource source) {
        this.source = source;
    }

    /** The pool, in which the first transaction of one thread is held back. */
    DataSource source() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object result = call(source, method, arguments);
                    return result instanceof Connection connection ? watched(connection) : result;
                });
    }

    private Connection watched(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && held.compareAndSet(Thread.currentThread(), null)) {
                        arrived.countDown();
                        released.await();
                    }
                    return call(connection, method, arguments);
                });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** Runs something on a thread of its own, and comes back when its transaction is held. */
    Thread hold(Runnable work) throws InterruptedException {
        Thread thread = new Thread(() -> {
            held.set(Thread.currentThread());
            work.run();
        });
        thread.start();
        arrived.await();
        return thread;
    }

    /** Lets the held transaction end. */
    void release(Thread thread) throws InterruptedException {
        released.countDown();
        thread.join();
    }

    /** A connection of the pool. */
    Connection connection() throws SQLException {
        return source.getConnection();
    }
}

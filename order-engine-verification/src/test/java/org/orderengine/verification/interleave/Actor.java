package org.orderengine.verification.interleave;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A command on a thread of its own that goes on only while it has the baton. */
final class Actor {

    private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();
    private static final int PATIENCE_SECONDS = 30;

    private final String name;
    private final Thread thread;
    private final Semaphore baton = new Semaphore(0);
    private final Semaphore handedBack = new Semaphore(0);
    private volatile boolean abandoned;
    private volatile boolean finished;
    private volatile String next = "begins";
    private volatile @Nullable Throwable thrown;

    Actor(String name, Runnable command) {
        this.name = name;
        this.thread = new Thread(() -> run(command), "interleaved " + name);
        thread.setDaemon(true);
        thread.start();
    }

    @SuppressWarnings("CatchThrowable") // whatever a command throws is the story's finding, also an AssertionError
    private void run(Runnable command) {
        CURRENT.set(this);
        try {
            baton.acquire();
            if (!abandoned) {
                command.run();
            }
        } catch (Throwable failure) {
            thrown = failure;
        } finally {
            finished = true;
            handedBack.release();
        }
    }

    /** Hands the baton back before a call, if the current thread is an actor's. */
    static void pause(String call) {
        Actor actor = CURRENT.get();
        if (actor != null) {
            actor.next = call;
            actor.handedBack.release();
            actor.baton.acquireUninterruptibly();
            if (actor.abandoned) {
                throw new AbandonedError();
            }
        }
    }

    /** Lets the command go on up to its next switch, or its end. */
    void step() {
        baton.release();
        try {
            if (!handedBack.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(name + " did not come to a switch within " + PATIENCE_SECONDS
                        + " seconds after " + next + ": it may wait for another command");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + name + " ran", interrupted);
        }
    }

    /** Ends a command that will not be let go on. */
    void abandon() {
        abandoned = true;
        baton.release();
    }

    boolean isFinished() {
        return finished;
    }

    @Nullable
    Throwable thrown() {
        return thrown;
    }

    /** What it does next, for people. */
    String next() {
        return name + " " + next;
    }

    private static final class AbandonedError extends Error {
        private static final long serialVersionUID = 1L;

        AbandonedError() {
            super("the story ended before the command did", null, false, false);
        }
    }
}

package org.orderengine.machine;

import java.util.concurrent.atomic.AtomicInteger;

/** How many more objects one machine may keep. Safe for any number of threads. */
final class MemoryBound {

    private final AtomicInteger room;

    MemoryBound(int room) {
        this.room = new AtomicInteger(room);
    }

    /** Whether there was room for one more object; it is taken. Once there is none, there is none ever again. */
    boolean takeRoom() {
        return room.get() > 0 && room.decrementAndGet() >= 0;
    }
}

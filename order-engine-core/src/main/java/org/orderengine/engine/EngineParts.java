package org.orderengine.engine;

import java.time.InstantSource;
import org.orderengine.decision.flow.Decider;
import org.orderengine.dispatch.Dispatch;
import org.orderengine.dispatch.Processes;
import org.orderengine.orders.OrderService;
import org.orderengine.spi.store.OrderStore;

/** Everything that an engine is made of. */
record EngineParts(
        InstantSource time,
        InputCheck inputCheck,
        Quoting quoting,
        Decider decider,
        Processes processes,
        Actions actions,
        Dispatch dispatch,
        OrderStore store,
        Migrations migrations,
        OrderService orders) {}

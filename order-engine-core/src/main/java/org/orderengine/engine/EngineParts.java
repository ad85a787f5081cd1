package org.orderengine.engine;

import java.time.InstantSource;
import org.orderengine.dispatch.Decisions;
import org.orderengine.dispatch.Dispatch;
import org.orderengine.dispatch.InputCheck;
import org.orderengine.orders.OrderService;

/**
 * The parts of an engine.
 *
 * @param inputCheck holds commands against the limits
 * @param decisions decides commands
 * @param dispatch carries commands and due work through
 * @param orders reads orders
 * @param stored works on what the store holds
 * @param health looks after its health
 * @param time the clock
 */
record EngineParts(
        InputCheck inputCheck,
        Decisions decisions,
        Dispatch dispatch,
        OrderService orders,
        StoredWork stored,
        HealthCheck health,
        InstantSource time) {}

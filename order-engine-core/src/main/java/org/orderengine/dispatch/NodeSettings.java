package org.orderengine.dispatch;

import java.time.Duration;
import java.time.InstantSource;
import org.orderengine.policy.CircuitPolicy;

/**
 * How one node works.
 *
 * @param name what it is called in leases
 * @param time its clock
 * @param callTimeout how long a service may take for one call
 * @param circuits when services that keep failing are left alone
 * @param leaseFor how long it may work on an order that fell due before another node may take it over
 */
public record NodeSettings(
        String name, InstantSource time, Duration callTimeout, CircuitPolicy circuits, Duration leaseFor) {}

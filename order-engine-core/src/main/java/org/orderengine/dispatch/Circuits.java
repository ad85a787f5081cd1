package org.orderengine.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.orderengine.policy.CircuitPolicy;

/** The circuits of all services, by what each is for. Safe for any number of threads. */
final class Circuits {

    /** The most circuits. Buyers may influence the names of payment methods, so further names share one circuit. */
    private static final int MOST = 1000;

    private final CircuitPolicy policy;
    private final Map<String, Circuit> circuits = new ConcurrentHashMap<>();

    Circuits(CircuitPolicy policy) {
        this.policy = policy;
    }

    /** How calls of each service have gone lately, by their names. */
    List<ServiceState> states() {
        List<ServiceState> states = new ArrayList<>();
        new TreeMap<>(circuits).forEach((service, circuit) -> states.add(circuit.state(service)));
        return states;
    }

    Circuit of(String service) {
        Circuit circuit = circuits.get(service);
        if (circuit != null) {
            return circuit;
        }
        String known = circuits.size() < MOST ? service : "others";
        return circuits.computeIfAbsent(known, key -> new Circuit(policy));
    }
}

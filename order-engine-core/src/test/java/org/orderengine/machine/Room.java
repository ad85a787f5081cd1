package org.orderengine.machine;

import java.util.ArrayList;
import java.util.List;
import org.orderengine.machine.definition.Guard;
import org.orderengine.machine.definition.MachineBuilder;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.Verdict;

/** The context of a small machine that tests speak about. */
final class Room {

    static final Verdict NO_POWER = Verdict.no("there is no power");

    final List<String> log = new ArrayList<>();
    boolean powered = true;
    int asked;

    Verdict power() {
        asked++;
        return powered ? Verdict.yes() : NO_POWER;
    }

    void note(String what) {
        log.add(what);
    }

    /** A lamp that needs power to go on, breaks under a hammer, and can be thrown away when broken. */
    static MachineBuilder<Lamp, Press, Room> lamp() {
        return MachineDefinition.<Lamp, Press, Room>named("lamp")
                .state(Lamp.OFF, s -> s.on(Press.SHORT)
                        .when(Guard.check("powered", Room::power))
                        .does("switch on", room -> room.note("on"))
                        .to(Lamp.ON)
                        .on(Press.HAMMER)
                        .to(Lamp.BROKEN))
                .state(Lamp.ON, s -> s.entry("shine", room -> room.note("shine"))
                        .exit("dim", room -> room.note("dim"))
                        .on(Press.SHORT)
                        .to(Lamp.OFF)
                        .on(Press.LONG)
                        .does("blink", room -> room.note("blink"))
                        .stay()
                        .on(Press.HAMMER)
                        .to(Lamp.BROKEN))
                .state(Lamp.BROKEN, s -> s.on(Press.THROW).to(Lamp.GONE))
                .finalState(Lamp.GONE);
    }
}

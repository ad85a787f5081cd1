package org.orderengine.process.check;

import java.util.regex.Pattern;
import org.orderengine.machine.definition.Finding;
import org.orderengine.process.finding.ProcessPlaces;
import org.orderengine.process.vocabulary.ProcessEvents;

/** Says what was found in the machine under a process in the words of the process: a place that its author wrote. */
final class MachineWords {

    private static final Pattern ANY_ACTION = Pattern.compile("\\.on\\." + ProcessEvents.ANY_ACTION + "\\[");
    private static final Pattern ACTION = Pattern.compile("\\.on\\." + ProcessEvents.ANY_ACTION + "\\.");
    private static final Pattern CHILD = Pattern.compile("\\.on\\." + ProcessEvents.CHILD + "\\.");
    private static final Pattern TIMER = Pattern.compile("\\.on\\.timer\\.");
    private static final Pattern ANSWER = Pattern.compile("\\.on\\.run\\.(done|declined|failed)\\.[^\\[]*\\[");

    private static final Pattern SAID_ACTION = Pattern.compile(" on " + ProcessEvents.ANY_ACTION + "\\.");
    private static final Pattern SAID_CHILD = Pattern.compile(" on " + ProcessEvents.CHILD + "\\.");
    private static final Pattern SAID_ANY = Pattern.compile(" on " + ProcessEvents.ANY_ACTION + " ");
    private static final Pattern SAID_TIMER = Pattern.compile(" on timer\\.");
    private static final Pattern SAID_ANSWER = Pattern.compile(" on run\\.(done|declined|failed)\\.\\S*");

    private MachineWords() {}

    static Finding translated(Finding finding) {
        return new Finding(
                finding.code(), finding.severity(), place(finding.place()), said(finding.message()), finding.remedy());
    }

    private static String place(String place) {
        if (place.equals("machine")) {
            return ProcessPlaces.ROOT;
        }
        String any = ANY_ACTION.matcher(place).replaceAll(".on.*[");
        String action = ACTION.matcher(any).replaceAll(".on.");
        String child = CHILD.matcher(action).replaceAll(".on.");
        String timer = TIMER.matcher(child).replaceAll(".after.");
        return ANSWER.matcher(timer).replaceAll(".$1[");
    }

    private static String said(String message) {
        String any = SAID_ANY.matcher(message).replaceAll(" on * ");
        String action = SAID_ACTION.matcher(any).replaceAll(" on ");
        String child = SAID_CHILD.matcher(action).replaceAll(" on ");
        String timer = SAID_TIMER.matcher(child).replaceAll(" after ");
        return SAID_ANSWER.matcher(timer).replaceAll(" when $1");
    }
}

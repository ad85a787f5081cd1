package org.orderengine.dispatch;

/** Says of what host code throws where it came from, and nothing of its message, which may hold personal data (D6). */
public final class Thrown {

    private Thrown() {}

    /** The topmost line that is not of the JDK. */
    @SuppressWarnings("CatchThrowable") // what host code throws may be host code itself
    public static String place(Throwable thrown) {
        try {
            return place(thrown.getStackTrace());
        } catch (Throwable unspeakable) {
            return "an unknown line";
        }
    }

    private static String place(StackTraceElement[] lines) {
        for (StackTraceElement line : lines) {
            String module = line.getModuleName();
            if (module == null || !(module.startsWith("java.") || module.startsWith("jdk."))) {
                return line.getClassName() + "." + line.getMethodName() + ":" + line.getLineNumber();
            }
        }
        return lines.length == 0 ? "an unknown line" : lines[0].getClassName();
    }
}

package org.orderengine.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * What the command line did in this process.
 *
 * @param status the exit status
 * @param out standard output, line by line
 * @param err standard error, line by line
 */
record Run(int status, List<String> out, List<String> err) {

    static Run of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[arguments.length];
        for (int index = 0; index < arguments.length; index++) {
            texts[index] = arguments[index].toString();
        }
        int status = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), texts);
        return new Run(
                status, out.toString().lines().toList(), err.toString().lines().toList());
    }
}

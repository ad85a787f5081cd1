/** Tests of the command line. */
@NullMarked
package org.orderengine.cli;

import org.jspecify.annotations.NullMarked;

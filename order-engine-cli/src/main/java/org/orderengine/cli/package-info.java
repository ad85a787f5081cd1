/** The command line: scenario, validate, diagram. Depends on everything published. */
@NullMarked
package org.orderengine.cli;

import org.jspecify.annotations.NullMarked;

/** The command line: scenario, validate, diagram, reindex, archive, erase. Depends on everything published. */
@NullMarked
package org.orderengine.cli;

import org.jspecify.annotations.NullMarked;

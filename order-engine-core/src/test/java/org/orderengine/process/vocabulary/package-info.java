/** Tests of the words that definitions are written in. */
@NullMarked
package org.orderengine.process.vocabulary;

import org.jspecify.annotations.NullMarked;

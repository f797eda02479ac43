/* One page on a pair, made of the other answers. */
#ifndef DETENTE_ASK_BRIEF_H
#define DETENTE_ASK_BRIEF_H

#include "chain.h"
#include "held.h"
#include "last.h"
#include "measure.h"
#include "office.h"

#endif

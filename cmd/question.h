/* From a call to a request, and the answer to where it belongs. What all asking commands share. */
#ifndef CMD_QUESTION_H
#define CMD_QUESTION_H

#include "command.h"

/* Asks and writes the answer to standard output or to -o. */
enum detente_status question_ask(const struct call *call, enum detente_question question,
                                 struct detente_error *error);
/* The same with other words than those of the call. */
enum detente_status question_ask_words(const struct call *call, enum detente_question question,
                                       const struct detente_words *words,
                                       struct detente_error *error);
/* The same in two steps, for who has more to say or to hear. */
struct detente_request question_make_request(const struct call *call,
                                             enum detente_question question,
                                             const struct detente_words *words);
enum detente_status question_ask_request(const struct call *call, struct detente_request *request,
                                         struct detente_answer *answer,
                                         struct detente_error *error);
/* An export whose format is a folder. */
enum detente_status question_export_folder(const struct call *call, struct detente_error *error);
/* An export of one file with others beside it; to standard output the file alone. */
enum detente_status question_export_beside(const struct call *call, struct detente_error *error);
bool question_is_beside(const char *format);
/* Is it the name of a format that makes a folder? NULL is none. */
bool question_is_folder(const char *format);

/* USAGE unless there are two words: the sides of a pair. */
enum detente_status question_check_pair(const struct call *call, struct detente_error *error);
/* The same, but none is fine too. */
enum detente_status question_check_optional_pair(const struct call *call, struct detente_error *error);

#endif

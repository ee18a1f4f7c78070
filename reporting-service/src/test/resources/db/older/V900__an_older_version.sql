create schema projection_v1;
create table projection_v1.plan (plan text primary key);
insert into projection_v1.plan values ('kept');
insert into projection_version (version, scripts) values (1, 'older');
